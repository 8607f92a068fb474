"""Finding whole words in an article, whatever their case: for what must not be said there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from unicodedata import category

from app.domain.article import Span
from app.domain.folding import folded_text
from app.domain.quote import FoldedArticle

_EDGE: Final = "\x01"
"""A mark before and after every word, so that one plain search finds whole words only."""

_UNSPACED: Final = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff]")
"""Scripts that put no spaces between words: there, a term is found inside any run of signs."""


@dataclass(frozen=True, slots=True)
class ArticleWords:
    """An article's paragraphs, folded without regard to case, with the edges of words marked."""

    article: FoldedArticle
    marked: str
    first: dict[str, int]

    @classmethod
    def of(cls, paragraphs: Sequence[str]) -> "ArticleWords":
        """Fold and mark all paragraphs."""
        article = FoldedArticle.of(paragraphs, caseless=True)
        marked = _mark(article.text)
        first: dict[str, int] = {}
        place = 0
        for part in marked.split(_EDGE):
            first.setdefault(part, place)
            place += len(part)
        return cls(article, marked, first)

    def find(self, term: str) -> Span | None:
        """Where a term (one word or several) first occurs in the article; None if it does not."""
        sought = folded_text(term, caseless=True)
        start = self._start_of(_mark(sought)) if sought else None
        return None if start is None else self.article.span(start, start + len(sought))

    def _start_of(self, marked: str) -> int | None:
        word = marked.strip(_EDGE)
        if _EDGE not in word and len(word) == len(marked) - 2:
            return self.first.get(word)
        place = self.marked.find(marked)
        return None if place < 0 else place - self.marked.count(_EDGE, 0, place)


def _mark(text: str) -> str:
    signs = "".join(sorted(sign for sign in set(text) if _in_word(sign)))
    return re.sub(f"[{re.escape(signs)}]+", rf"{_EDGE}\g<0>{_EDGE}", text) if signs else text


def _in_word(sign: str) -> bool:
    return (sign.isalnum() or category(sign).startswith("M")) and not _UNSPACED.match(sign)
