"""Quotations are found in exactly one place, exactly there, whatever their marks and spaces."""

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from app.domain.article import Span
from app.domain.folding import folded_text
from app.domain.quote import MANY, FoldedArticle, Miss, locate

ARTICLE = (
    "The “Garland” plot — as it was called — failed. The plot was remote.",
    "An oﬃcial said: the\u00a0plot was e\u0301lite work… and the plot was remote",
)


def find(quote: str, paragraph: int | None = None, prefix: str = "", suffix: str = "") -> object:
    """The words that are found, or how often they were: a pair of (here, elsewhere)."""
    found = locate(FoldedArticle.of(ARTICLE), quote, paragraph, prefix, suffix)
    if isinstance(found, Miss):
        return len(found.places), len(found.elsewhere)
    return ARTICLE[found.paragraph - 1][found.start : found.end]


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ('"Garland" plot - as', "“Garland” plot — as"),
        ("'Garland'", "“Garland”"),
        ("called -- failed", "called — failed"),
        ("official said", "oﬃcial said"),
        ("the plot was élite", "the\u00a0plot was e\u0301lite"),
        ("work... and", "work… and"),
        ("  as   it\nwas  ", "as it was"),
        ("ffi", "ﬃ"),
    ],
)
def test_marks_dashes_spaces_and_forms_make_no_difference(quote: str, words: str) -> None:
    assert find(quote) == words


@pytest.mark.parametrize("quote", ["garland", "as it is", "failed. An", "plot plot", "x", ""])
def test_other_differences_do(quote: str) -> None:
    assert find(quote) == (0, 0)


def test_words_that_stand_twice_need_a_paragraph() -> None:
    assert find("plot was remote") == (2, 0)
    assert find("plot was remote", 2) == "plot was remote"
    assert find("plot was", 2) == (2, 0)


def test_words_of_another_paragraph_are_elsewhere() -> None:
    assert find("Garland", 2) == (0, 1)


@pytest.mark.parametrize(
    ("prefix", "suffix", "words"),
    [
        ("The", "", "plot was remote"),
        ("and the", "", "plot was remote"),
        ("", ".", "plot was remote"),
        ("failed. The ", ".", "plot was remote"),
        ("th", "", (0, 2)),
        ("and the", ".", (0, 2)),
    ],
)
def test_prefix_and_suffix_tell_places_apart(prefix: str, suffix: str, words: object) -> None:
    assert find("plot was remote", None, prefix, suffix) == words


def test_stops_counting_at_many() -> None:
    found = locate(FoldedArticle.of(["ha " * 100]), "ha")
    assert isinstance(found, Miss)
    assert len(found.places) == MANY


WORDS = st.sampled_from(
    ["plot", "ofﬁcial", "“No”", "—", "é", "e\u0301", "…", "x", "16", "the", "it's", "ｆull", "ß"]
)
SPACES = st.sampled_from([" ", "  ", "\u00a0", "\u2009", " \u200b"])
PARAGRAPH = st.lists(st.tuples(WORDS, SPACES), min_size=1, max_size=12).map(
    lambda pairs: "".join(word + space for word, space in pairs).strip()
)
DISGUISES = [
    str.maketrans({"“": '"', "”": "»", "—": "–", "'": "’", " ": "\u00a0"}),
    str.maketrans({"“": "'", "”": "'", "—": "-", "\u00a0": " ", "…": "..."}),
    str.maketrans({"“": "„", "”": "“", "—": "--", " ": "   ", "é": "e\u0301", "ﬁ": "fi"}),
    str.maketrans({}),
]


@given(st.lists(PARAGRAPH, min_size=1, max_size=4), st.data())
@example(["ofﬁcial x", "x"], None)
def test_any_part_that_stands_once_is_found_exactly_there(
    paragraphs: list[str], data: st.DataObject | None
) -> None:
    if data is None:
        assert locate(FoldedArticle.of(paragraphs), "official") == Span(1, 0, 7)
        return
    number = data.draw(st.integers(1, len(paragraphs)))
    words = paragraphs[number - 1].split()
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    start, end = place_of(paragraphs[number - 1], words, first, last)
    part = paragraphs[number - 1][start:end].strip("\u200b \u00a0\u2009")
    start = paragraphs[number - 1].index(part, start)
    article = FoldedArticle.of(paragraphs)
    assume(folded_text(part))
    assume(times(article.text, folded_text(part)) == 1)
    quote = part.translate(data.draw(st.sampled_from(DISGUISES)))
    assert locate(article, quote) == Span(number, start, start + len(part))
    assert locate(article, quote, number) == Span(number, start, start + len(part))


def place_of(text: str, words: list[str], first: int, last: int) -> tuple[int, int]:
    """From where to where the words of a text with these numbers stand."""
    place, begin = 0, 0
    for number, word in enumerate(words[: last + 1]):
        place = text.index(word, place)
        begin = place if number == first else begin
        place += len(word)
    return begin, place


def times(text: str, part: str) -> int:
    """How often a part stands in a text, places that overlap counted too."""
    return sum(text.startswith(part, place) for place in range(len(text)))


@given(st.lists(st.text(), max_size=4), st.text(max_size=5))
def test_what_is_found_folds_to_what_was_sought(paragraphs: list[str], quote: str) -> None:
    found = locate(FoldedArticle.of(paragraphs), quote)
    if isinstance(found, Span):
        words = paragraphs[found.paragraph - 1][found.start : found.end]
        assert folded_text(quote) in folded_text(words)
