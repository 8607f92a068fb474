"""Short texts that are the same but for a slip."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.language.spelling import alike, slips, words_of


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("The Council's “Report”!", "en", ("councils", "report")),
        ("El periódico", "es-MX", ("periodico",)),
        ("El periódico", "en", ("el", "periodico")),
        ("an al-Qaeda cell", "en", ("al", "qaeda", "cell")),
        ("The", "en", ("the",)),
        ("5 %", "en", ("5", "%")),
        ("?!", "en", ()),
    ],
)
def test_the_words_that_count(text: str, language: str, words: tuple[str, ...]) -> None:
    assert words_of(text, language) == words


@pytest.mark.parametrize(
    ("given", "accepted", "same"),
    [
        ("raport", "report", True),
        ("reprot", "report", True),
        ("reportt", "report", True),
        ("repor", "report", True),
        ("repo", "report", False),
        ("Iran", "Iraq", False),
        ("council raport", "council report", True),
        ("council", "council report", False),
        ("report council", "council report", False),
        ("alqaeda", "al qaeda", True),
        ("1.5", "15", False),
        ("20175", "20174", False),
    ],
)
def test_one_slip_in_a_long_word_is_forgiven(given: str, accepted: str, same: bool) -> None:
    assert alike(words_of(given, "en"), words_of(accepted, "en"), 1) is same


def test_without_slips_only_the_same_words_are() -> None:
    assert not alike(("raport",), ("report",), 0)
    assert alike(("report",), ("report",), 0)


letters = st.text("abc", max_size=6)


@given(letters, letters)
def test_slips_count_both_ways_alike(one: str, other: str) -> None:
    assert slips(one, other, 9) == slips(other, one, 9)
    assert (slips(one, other, 9) == 0) is (one == other)


@given(letters, letters)
def test_slips_are_at_most_the_longer_word(one: str, other: str) -> None:
    difference = abs(len(one) - len(other))
    assert difference <= slips(one, other, 9) <= max(len(one), len(other))


@pytest.mark.parametrize(
    ("one", "other", "number"), [("ca", "abc", 3), ("ab", "ba", 1), ("kitten", "sitting", 3)]
)
def test_known_distances(one: str, other: str, number: int) -> None:
    assert slips(one, other, 9) == number
