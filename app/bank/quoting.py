"""Holding quotations and absent terms against the article."""

import json
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from pydantic import ValidationError

from app.bank.item import Item
from app.bank.nearest import Neighbourhood
from app.bank.problems import Problems, excerpt, listed
from app.domain.article import Span
from app.domain.fields import Quotation, as_written
from app.domain.problem import Path
from app.domain.quote import MANY, FoldedArticle, Miss, locate
from app.domain.word_search import ArticleWords


class Quoting:
    """The paragraphs of one article, folded once, and the search for quotations in them."""

    def __init__(self, paragraphs: Sequence[str], problems: Problems) -> None:
        self.paragraphs = paragraphs
        self._problems = problems

    @cached_property
    def _folded(self) -> FoldedArticle:
        return FoldedArticle.of(self.paragraphs)

    @cached_property
    def _words(self) -> ArticleWords:
        return ArticleWords.of(self.paragraphs)

    @cached_property
    def _neighbourhood(self) -> Neighbourhood:
        return Neighbourhood(self.paragraphs, self._problems.close)

    def find(self, item: Item, path: Path, quotation: Quotation) -> Span | None:
        """The one place of a quotation; None, with a problem at the path, when there is none."""
        paragraph = quotation.paragraph
        if not self.paragraphs:
            return None
        if paragraph is not None and paragraph > len(self.paragraphs):
            say_no_paragraph(item, (*path, "paragraph"), paragraph, len(self.paragraphs))
            return None
        found = locate(self._folded, quotation.quote, paragraph, quotation.prefix, quotation.suffix)
        if isinstance(found, Span):
            return found
        if found.places:
            _say_repeated(item, path, quotation, found.places)
        elif found.elsewhere:
            _say_elsewhere(item, path, quotation, found)
        else:
            self._say_missing(item, path, quotation)
        return None

    def exclude(self, item: Item, path: Path, term: str) -> None:
        """Add a problem when a term that must not occur does."""
        span = self._words.find(term) if self.paragraphs else None
        if span is None:
            return
        around = _around(self.paragraphs[span.paragraph - 1], span)
        item.add(
            path,
            "absent-term-in-article",
            f"{excerpt(term)} must not occur in the article, but paragraph {span.paragraph} has "
            f"it: {around}.",
            "Take the term out, or ask for something that the article really leaves out.",
        )

    def _say_missing(self, item: Item, path: Path, quotation: Quotation) -> None:
        near = self._neighbourhood.find(quotation.quote)
        item.add(
            path,
            "evidence-not-in-article",
            f"The article does not have the words {excerpt(quotation.quote)}.",
            f"The closest place is in paragraph {near.paragraph}: {excerpt(near.words, 200)}."
            if near
            else "Copy the words from the article, letter for letter.",
        )


def say_no_paragraph(item: Item, path: Path, paragraph: int, last: int) -> None:
    """Add a problem for a paragraph that does not exist; `last` is the last one that does."""
    item.add(
        path,
        "unknown-paragraph",
        f"There is no paragraph {paragraph}: the article ends with paragraph {last}.",
        "Paragraphs are separated by empty lines and counted from 1.",
        at_key=True,
    )


def quotations(item: Item, key: str) -> Iterator[tuple[Path, Quotation]]:
    """Every sound quotation under a key with its path, whichever form it is written in."""
    value = item.value.get(key) if isinstance(item.value, dict) else None
    entries = enumerate(value) if isinstance(value, list) else ((None, value),)
    for number, entry in entries:
        path: Path = (key,) if number is None else (key, number)
        quotation = _quotation(entry)
        if quotation is not None:
            yield path, quotation


def _quotation(value: Any) -> Quotation | None:
    text = as_written(value)
    try:
        return Quotation.model_validate({"quote": text} if isinstance(text, str) else value)
    except ValidationError:
        return None


def find_all(quoting: Quoting, item: Item, key: str = "evidence") -> list[Span]:
    """The places of the quotations under a key, as far as they are sound and found."""
    found = [quoting.find(item, path, quotation) for path, quotation in quotations(item, key)]
    return [span for span in found if span is not None]


def _say_repeated(item: Item, path: Path, quotation: Quotation, places: tuple[Span, ...]) -> None:
    paragraphs = sorted({place.paragraph for place in places})
    count = f"{MANY} times or more" if len(places) >= MANY else f"{len(places)} times"
    where = listed(map(str, paragraphs), "and")
    item.add(
        path,
        "evidence-not-unique",
        f"The words {excerpt(quotation.quote)} occur {count} in the article "
        f"(paragraph{'s' if len(paragraphs) > 1 else ''} {where}).",
        _how_to_single_out(quotation, places),
    )


def _how_to_single_out(quotation: Quotation, places: tuple[Span, ...]) -> str:
    first = places[0].paragraph
    alone = sum(place.paragraph == first for place in places) == 1
    quote = _in_quotation_marks(quotation.quote)
    if alone and quotation.paragraph is None:
        return f"Name the paragraph: {{quote: {quote}, paragraph: {first}}}, or quote more words."
    return (
        "Quote more words, or add the words directly before or after: "
        f'{{quote: {quote}, paragraph: {first}, prefix: "..."}}.'
    )


def _in_quotation_marks(text: str) -> str:
    """A short text as YAML writes it in double quotation marks (as JSON does); dots for others."""
    return json.dumps(text, ensure_ascii=False) if len(text) <= 40 else '"..."'


def _say_elsewhere(item: Item, path: Path, quotation: Quotation, miss: Miss) -> None:
    where = listed((str(number) for number in sorted({p.paragraph for p in miss.elsewhere})), "and")
    in_paragraph = quotation.paragraph in {place.paragraph for place in miss.elsewhere}
    if quotation.paragraph is not None and not in_paragraph:
        message = (
            f"The words {excerpt(quotation.quote)} are in paragraph {where}, "
            f"not in paragraph {quotation.paragraph}."
        )
        item.add(path, "evidence-not-in-article", message, "Mend the number of the paragraph.")
        return
    item.add(
        path,
        "evidence-not-in-article",
        f"The words {excerpt(quotation.quote)} are in paragraph {where}, but not beside the "
        "prefix or suffix that is given.",
        "`prefix` is the text directly before the words, `suffix` the text directly after.",
    )


def _around(paragraph: str, span: Span, reach: int = 25) -> str:
    """The words around a span."""
    start, end = max(span.start - reach, 0), min(span.end + reach, len(paragraph))
    before = "…" if start else ""
    after = "…" if end < len(paragraph) else ""
    return f"“{before}{paragraph[start:end].strip()}{after}”"
