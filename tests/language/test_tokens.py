"""Words and numbers of a text, and which of them are in quotation marks."""

import pytest

from app.language.tokens import tokens_of


def words(text: str) -> list[str]:
    return [token.word for token in tokens_of(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tom’s flat isn't far-off.", ["tom's", "flat", "isn't", "far", "off"]),
        ("At 9:30, 1,200 people (3.5 %)", ["at", "9:30", "1,200", "people", "3.5"]),
        ("El león rugió: ¿cómo?", ["el", "león", "rugió", "cómo"]),
        ("…", []),
    ],
)
def test_a_text_is_cut_into_words_and_numbers(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    "text", ["He said “at least three”", 'He said "at least three"', "He said «at least three»",
             "He said ‘at least three’", "He said 'at least three'", "He said „at least three“",
             'He said „at least three"', "He said ‚at least three‘", "He said »at least three«",
             "He said ›at least three‹"]
)  # fmt: skip
def test_words_in_quotation_marks_are_marked(text: str) -> None:
    assert [token.word for token in tokens_of(text) if token.quoted] == ["at", "least", "three"]


def test_an_apostrophe_is_no_quotation_mark() -> None:
    assert not any(token.quoted for token in tokens_of("the boys' flat and the girls' house"))


@pytest.mark.parametrize("text", ["»yes« and »no«", "«yes» and «no»", "›yes‹ and ›no‹"])
def test_what_is_between_two_quotations_is_not_quoted(text: str) -> None:
    assert [token.word for token in tokens_of(text) if not token.quoted] == ["and"]
