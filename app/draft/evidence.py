"""Quoting a stretch of an article so that the reader of banks finds it in exactly one place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.domain.article import Span
from app.domain.quote import MANY, FoldedArticle, Miss, locate

_AROUND: Final = (12, 30, 80)
"""As many signs before and after are tried to single a place out."""

LONGEST: Final = 2_000
"""Signs of the longest quotation that is proposed."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the article, with what singles them out: paragraph, prefix, suffix if needed."""

    quote: str
    paragraph: int | None = None
    prefix: str = ""
    suffix: str = ""


class Quoter:
    """Makes quotations from spans of one article."""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        self.paragraphs = paragraphs
        self._folded = FoldedArticle.of(paragraphs)

    def quote(self, span: Span) -> Quote | None:
        """The words of a span, as they must be quoted; None when nothing singles them out."""
        text = self.paragraphs[span.paragraph - 1]
        words = text[span.start : span.end]
        start = span.start + len(words) - len(words.lstrip())
        words = words.strip()
        if not 0 < len(words) <= LONGEST:
            return None
        meant = Span(span.paragraph, start, start + len(words))
        plain = Quote(words)
        found = self._locate(plain)
        if found == meant:
            return plain
        # A place among so many is no help as evidence.
        if isinstance(found, Miss) and not 1 < len(found.places) < MANY:
            return None
        forms = self._forms(text, words, meant)
        return next((form for form in forms if self._locate(form) == meant), None)

    def _forms(self, text: str, words: str, span: Span) -> Iterator[Quote]:
        quote = Quote(words, span.paragraph)
        yield quote
        for reach in _AROUND:
            before = _whole_words(text[max(0, span.start - reach) : span.start], last=True)
            after = _whole_words(text[span.end : span.end + reach], last=False)
            yield replace(quote, prefix=before)
            yield replace(quote, prefix=before, suffix=after)

    def _locate(self, quote: Quote) -> Span | Miss:
        return locate(self._folded, quote.quote, quote.paragraph, quote.prefix, quote.suffix)


def _whole_words(text: str, *, last: bool) -> str:
    """The words beside a quotation, without a word that is cut, if there are others."""
    words = text.strip().split(" ")
    if len(words) > 2:  # the word that the window cuts is at the far end
        words = words[1:] if last else words[:-1]
    return " ".join(words)
