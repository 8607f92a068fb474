"""A quotation is found again in exactly the place that it was made from."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.article import Span
from app.domain.quote import FoldedArticle, locate
from app.draft.evidence import Quote, Quoter


def test_words_that_are_unique_stand_alone() -> None:
    assert Quoter(["It is shut."]).quote(Span(1, 6, 10)) == Quote("shut")


def test_words_that_stand_in_two_paragraphs_name_theirs() -> None:
    assert Quoter(["It is shut.", "It is shut."]).quote(Span(2, 6, 10)) == Quote("shut", 2)


def test_words_that_stand_twice_in_one_are_told_by_what_is_beside_them() -> None:
    quote = Quoter(["One is shut. Two is shut, and old."]).quote(Span(1, 20, 24))
    assert quote is not None
    assert (quote.paragraph, quote.quote) == (1, "shut")
    assert quote.prefix.endswith("Two is")


def test_what_nothing_tells_apart_is_not_quoted() -> None:
    assert Quoter(["a a a a a a a a a a a a"]).quote(Span(1, 10, 11)) is None


@given(
    st.lists(st.text("ab “”’.", min_size=1, max_size=30), min_size=1, max_size=3),
    st.data(),
)
def test_what_is_quoted_is_found_where_it_was_taken(texts: list[str], data: st.DataObject) -> None:
    number = data.draw(st.integers(1, len(texts)))
    start = data.draw(st.integers(0, len(texts[number - 1])))
    end = data.draw(st.integers(start, len(texts[number - 1])))
    quote = Quoter(texts).quote(Span(number, start, end))
    if quote is not None:
        article = FoldedArticle.of(texts)
        found = locate(article, quote.quote, quote.paragraph, quote.prefix, quote.suffix)
        assert isinstance(found, Span)
        assert found.paragraph == number
        assert start <= found.start < found.end <= end
