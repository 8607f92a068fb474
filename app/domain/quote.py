"""Finding a quotation in an article: exactly once, after folding, and never approximately."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.article import Span
from app.domain.folding import Folded, fold, folded_text

_BREAK: Final = "\n"
"""Stands between folded paragraphs; folded text never holds it, so no match crosses one."""


@dataclass(frozen=True, slots=True)
class FoldedArticle:
    """An article's paragraphs, folded once and searched often."""

    text: str
    offsets: tuple[int, ...]
    paragraphs: tuple[Folded, ...]

    @classmethod
    def of(cls, paragraphs: Sequence[str], *, caseless: bool = False) -> "FoldedArticle":
        """Fold all paragraphs, without regard to case if `caseless`."""
        folded = tuple(fold(paragraph, caseless=caseless) for paragraph in paragraphs)
        offsets = []
        length = 0
        for paragraph in folded:
            offsets.append(length)
            length += len(paragraph.text) + len(_BREAK)
        return cls(_BREAK.join(part.text for part in folded), tuple(offsets), folded)

    def span(self, start: int, end: int) -> Span:
        """The place in the article of the folded text from `start` to `end` (not empty)."""
        index = bisect_right(self.offsets, start) - 1
        folded, offset = self.paragraphs[index], self.offsets[index]
        return Span(index + 1, folded.start_of(start - offset), folded.end_of(end - offset))

    def bounds(self, paragraph: int | None) -> tuple[int, int]:
        """From where to where a paragraph (from 1) stands in the folded text; None: everything."""
        if paragraph is None:
            return 0, len(self.text)
        start = self.offsets[paragraph - 1]
        return start, start + len(self.paragraphs[paragraph - 1].text)


@dataclass(frozen=True, slots=True)
class Miss:
    """Why a quotation has no single place: `places` are where it stands (none, or too many).

    `elsewhere` are its places outside the paragraph, prefix or suffix that was given with it.
    """

    places: tuple[Span, ...] = ()
    elsewhere: tuple[Span, ...] = ()


MANY: Final = 20
"""As many places are looked up at most: who has more needs no longer list."""


def locate(
    article: FoldedArticle,
    quote: str,
    paragraph: int | None = None,
    prefix: str = "",
    suffix: str = "",
) -> Span | Miss:
    """Find the one place of a quotation, as a selector of the W3C Web Annotation model.

    `paragraph` (from 1) must exist. A Miss says whether there is no place or more than one.
    """
    sought = folded_text(quote)
    places = _places(article, sought, article.bounds(paragraph), prefix, suffix)
    if len(places) == 1:
        return places[0]
    if places or not (paragraph or prefix or suffix):
        return Miss(tuple(places))
    return Miss((), tuple(_places(article, sought, article.bounds(None), "", "")))


def _places(
    article: FoldedArticle, sought: str, bounds: tuple[int, int], prefix: str, suffix: str
) -> list[Span]:
    if not sought:
        return []
    found = set()
    for before in _with_space(folded_text(prefix), "{} "):
        for after in _with_space(folded_text(suffix), " {}"):
            for place in _occurrences(article.text, before + sought + after, bounds):
                start = place + len(before)
                found.add(article.span(start, start + len(sought)))
    return sorted(found)


def _with_space(context: str, spaced: str) -> tuple[str, ...]:
    """What stands beside a quotation, directly and with a space between the two."""
    return (context, spaced.format(context)) if context else ("",)


def _occurrences(text: str, sought: str, bounds: tuple[int, int]) -> Iterator[int]:
    place = text.find(sought, *bounds)
    for _ in range(MANY):
        if place < 0:
            return
        yield place
        place = text.find(sought, place + 1, bounds[1])
