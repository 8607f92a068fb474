"""Terms that must be absent are found as whole words, in any case."""

import pytest

from app.domain.word_search import ArticleWords

ARTICLE = (
    "The library opened at nine. “Cafés” cost 16% more, the re-opened hall said.",
    "北京市政府 met the Times' reporter; STRASSE.",
)


def words_of(term: str) -> str | None:
    found = ArticleWords.of(ARTICLE).find(term)
    return None if found is None else ARTICLE[found.paragraph - 1][found.start : found.end]


@pytest.mark.parametrize(
    ("term", "words"),
    [
        ("LIBRARY", "library"),
        ("opened", "opened"),
        ("opened at nine", "opened at nine"),
        ("cafe\u0301s", "Cafés"),
        ("16", "16"),
        ("16%", "16%"),
        ("re-opened", "re-opened"),
        ("times", "Times"),
        ("straße", "STRASSE"),
        ("政府", "政府"),
        ("“Cafés”", "“Cafés”"),
    ],
)
def test_finds(term: str, words: str) -> None:
    assert words_of(term) == words


@pytest.mark.parametrize(
    "term",
    ["lib", "café", "open", "1", "6", "opened nine", "re-open", "nine “Cafés”", "", "said. 北"],
)
def test_finds_no_parts_of_words(term: str) -> None:
    assert words_of(term) is None


def test_finds_nothing_in_nothing() -> None:
    assert ArticleWords.of(()).find("a") is None
