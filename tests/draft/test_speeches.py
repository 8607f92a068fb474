"""Who is meant: short names, roles, pronouns, quotations that go on without a word."""

import pytest

from tests.draft.drafts import draft_of, said


def speakers(text: str, language: str = "en") -> list[str]:
    return [chain[0] for _, *chain in said(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Ruiz said that it is shut. Ruiz said that it is old.", ["Ana Ruiz"] * 2),
        ("Ruiz said that it is shut. Ana Ruiz is a baker.", ["Ana Ruiz"]),
        ("“It is shut,” said Ana Ruiz. She said that it is old.", ["Ana Ruiz"] * 2),
        ("Tom Okoro fell there. “Everybody knew,” he said.", ["Tom Okoro"]),
        ("“It is shut,” said Ana Ruiz. “It is very old.”", ["Ana Ruiz"] * 2),
        ("“It is shut,” said Ana Ruiz.\n\nTom fell. “It is old,” she said.", ["Ana Ruiz"] * 2),
        ("“Yes,” said Ana Ruiz, a baker. The baker said that it is shut.", ["Ana Ruiz"] * 2),
        (
            "A spokeswoman for the club said no one came. She said that it rained.",
            ["a spokeswoman for the club"] * 2,
        ),
        ("The Mill Herald says it is shut. The paper says it is old.", ["The Mill Herald"] * 2),
        ("“I can’t,” said one. “I can,” said another.", ["one", "another"]),
        ("Ana Ruiz and Tom Okoro said it is shut.", ["Ana Ruiz and Tom Okoro"]),
        ("One man left. Mrs Ruiz came. “It is shut,” he said.", ["one man"]),
        ("Ana Ruiz met Tom Okoro. “It is shut,” he said.", ["Tom Okoro"]),
        ("Peter Lum met Ana Ruiz. “It is shut,” she said.", ["Ana Ruiz"]),
        ("“It is shut,” Ana Ruiz said. “Old,” she said of a friend.", ["Ana Ruiz"] * 2),
        ("The Mill Company met Ana Ruiz. It said that it is shut.", ["The Mill Company"]),
        ("Ana Ruiz and her 9-year-old son met. “It is shut,” she said.", ["Ana Ruiz"]),
        ("It rained.\n\nPeter Lum Was Here\n\n“It is shut,” said Lum.", ["Lum"]),
        ("ELB records show that it is shut.", ["ELB records"]),
        ("Biologist Ana Ruiz of the Mill School says that it is shut.", ["Ana Ruiz"]),
        ("“It is shut,” said Rep. Ana Ruiz.", ["Ana Ruiz"]),
        ("Ohio Gov. Ana Ruiz said that it is shut.", ["Ana Ruiz"]),
        ("Sen. Ana Ruiz (D-Wend.) said that it is shut.", ["Ana Ruiz"]),
        ("Ana Ruiz (R-Skerra), a baker, said that it is shut.", ["Ana Ruiz"]),
        ("“It is shut,” said Ana Ruiz (D-Wend.), a baker.", ["Ana Ruiz"]),
    ],
)
def test_speakers_are_named_as_they_first_are_in_full(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


def test_a_quotation_that_stays_open_goes_on_in_the_next_paragraph() -> None:
    text = "Ana Ruiz said: “It is shut.\n\n“It is very old.”\n\nShe left."
    assert speakers(text) == ["Ana Ruiz"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz was last. She said:\n\n“It is shut again.”",
        "Ana Ruiz, a baker, is not happy.\n\n“It is shut again.”",
        "“It is shut,” said Ana Ruiz.\n\nIt rained.\n\n“It is shut again.”",
    ],
)
def test_a_paragraph_in_quotation_marks_is_the_last_speakers(text: str) -> None:
    assert speakers(text)[-1] == "Ana Ruiz"
    assert draft_of(text).voices[-1].source == "ruiz"


@pytest.mark.parametrize(
    ("text", "kind", "named"),
    [
        ("“It is shut,” said Ana Ruiz.", "participant", True),
        ("“It is shut,” said Mayor Ana Ruiz.", "official", True),
        ("“It is shut,” said Ana Ruiz, a biologist.", "expert", True),
        ("Two officials said it is shut.", "official", False),
        ("Some say it is shut.", "participant", False),
        ("The Mill Herald said it is shut.", "news organisation", True),
        ("The council said it is shut.", "organisation", True),
        ("A report says that it is shut.", "document", False),
        ("A report by the Mill School says that it is shut.", "document", True),
        ("Figures show that it is shut.", "data", False),
        ("The juggler said it is shut.", "participant", False),
        ("A witness said it is shut.", "witness", False),
    ],
)
def test_types_and_names(text: str, kind: str, named: bool) -> None:
    writer, source = draft_of(text).sources
    assert (writer.id, writer.type) == ("writer", "writer")
    assert (source.type, source.named) == (kind, named)


def test_what_the_text_says_of_a_person_is_noted() -> None:
    source = draft_of("“It is shut,” said Ana Ruiz, a baker in Wend.").sources[1]
    assert (source.id, source.name, source.note) == ("ruiz", "Ana Ruiz", "a baker in Wend")
