"""Where quotations begin and end, whatever marks they are in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.draft.quotations import quotations_of


def inner(paragraph: str) -> list[str]:
    return [paragraph[slice(*quotation.inner)] for quotation in quotations_of(paragraph)]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("He said “yes” and “no”.", ["yes", "no"]),
        ('He said "yes" and "no".', ["yes", "no"]),
        ("«Sí», dijo.", ["Sí"]),
        ("„Ja“, sagte er.", ["Ja"]),
        ('„Ja", sagte er. „Nein“, sie.', ["Ja", "Nein"]),
        ("»Ja«, sagte er, »und nein«.", ["Ja", "und nein"]),
        ("Er sagte ›ja‹ und ‚nein‘.", ["ja", "nein"]),
        ("«Sí» y «no», dijo.", ["Sí", "no"]),
        ("‘It’s Ana’s,’ he said.", ["It’s Ana’s,"]),
        ("'It's Ana's,' he said.", ["It's Ana's,"]),
        ("“He said ‘yes’ to me.”", ["He said ‘yes’ to me."]),
        ("« Sí », dijo.", []),
        ("The dogs’ bowl and Ana’s bag", []),
        ('A 12" pipe', []),
        ("“” and “!”", []),
        ("He said: “It goes on", ["It goes on"]),
        ("—Sí —dijo Ana—. Y no.", ["Sí", "Y no."]),
        ("«—Sí —dijo Ana—. Y no.» «Ya»", ["Sí", "Y no.", "Ya"]),
        ("–Sí –dijo Ana–. Y no.", ["Sí", "Y no."]),
        ("-Sí -dijo Ana-. Y no.", ["Sí", "Y no."]),
        ("- One - two - three", []),
        ("-5 -x", []),
        ("\"They say, 'No,' \" he said.", ["They say, 'No,'"]),
        ("''Yes,'' he said, ''and no.''", ["Yes,", "and no."]),
        ("``It's Ana's,'' he said.", ["It's Ana's,"]),
        ("He said: ''It goes on", ["It goes on"]),
        ('"It\'s old," he said. "It goes on', ["It's old,", "It goes on"]),
        ("The dogs'' bowl and '' alone", []),
    ],
)
def test_what_is_quoted(paragraph: str, expected: list[str]) -> None:
    assert inner(paragraph) == expected


def test_a_mark_that_is_typed_as_two_belongs_to_the_quotation() -> None:
    (found,) = quotations_of("So ''yes'' it is.")
    assert (found.start, found.end, found.inner) == (3, 10, (5, 8))


def test_only_one_that_goes_on_in_the_next_paragraph_is_open() -> None:
    assert [one.open for one in quotations_of("“Yes,” he said. “It goes on")] == [False, True]


@given(st.text(alphabet="“”„‚\"'‘’`«»‹›—–-a .,\n", max_size=80))
def test_they_are_in_order_and_apart(paragraph: str) -> None:
    place = 0
    for quotation in quotations_of(paragraph):
        assert place <= quotation.start <= quotation.inner[0] < quotation.inner[1] <= quotation.end
        place = quotation.end
    assert place <= len(paragraph)
