"""Words, stems and word lists of the languages that the linter knows."""

import pytest

from app.lint.language import STEMS, Phrases, language_of, tokens_of


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
def test_words_and_numbers_are_told_apart(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    "text", ["He said “at least three”", 'He said "at least three"', "He said «at least three»",
             "He said ‘at least three’", "He said 'at least three'"]
)  # fmt: skip
def test_words_in_quotation_marks_are_marked(text: str) -> None:
    assert [token.word for token in tokens_of(text) if token.quoted] == ["at", "least", "three"]


def test_an_apostrophe_is_no_quotation_mark() -> None:
    assert not any(token.quoted for token in tokens_of("the boys' flat and the girls' house"))


def test_phrases_are_found_longest_first_and_without_overlap() -> None:
    phrases = Phrases([["at", "least"], ["at", "least", "three"], ["three"]])
    found = phrases.lengths_at(["at", "least", "three", "and", "at", "least", "two"])
    assert list(found) == [(0, 3), (4, 2)]
    assert "three" in phrases
    assert "at" not in phrases


@pytest.mark.parametrize(("tag", "one", "other"), [
    ("en", "closure", "closures"), ("en-GB", "guided", "guiding"), ("es", "países", "país"),
])  # fmt: skip
def test_forms_of_a_word_have_one_stem(tag: str, one: str, other: str) -> None:
    language = language_of(tag)
    assert language.stem(one) == language.stem(other)


@pytest.mark.parametrize("tag", ["fi", "..", "x-private"])
def test_of_most_languages_nothing_is_known(tag: str) -> None:
    language = language_of(tag)
    assert not language.has(STEMS)
    assert not language.has("function words")
    assert language.stem("closures") == "closures"


def test_both_languages_have_the_same_lists() -> None:
    english, spanish = language_of("en"), language_of("es")
    assert (english.lists or {}).keys() == (spanish.lists or {}).keys()
    assert english.by_stem == spanish.by_stem
