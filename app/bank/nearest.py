"""The place of an article that is most like a quotation that is not in it."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from app.domain.folding import folded_text

_STOPS: Final = ".,;:!?()[]'-"
_WORDS_OF_QUOTE: Final = 40
_PLACES_OF_WORD: Final = 60
_SHIFT: Final = 2
"""So many words may be missing or too many before the places no longer count together."""

Close = Callable[[str, Collection[str]], str | None]


@dataclass(frozen=True, slots=True)
class Near:
    """Words of a paragraph (numbered from 1), as the article has them."""

    paragraph: int
    words: str


class Neighbourhood:
    """The words of an article, by which the nearest place of a quotation is found.

    Each word of the quotation votes for the places where the quotation would then begin. Words
    that are everywhere do not vote, so the cost of a search is bounded.
    """

    def __init__(self, paragraphs: Sequence[str], close: Close, searches: int = 1000) -> None:
        """Take the paragraphs, how to find a close word, and how many searches are made."""
        self._paragraphs = paragraphs
        self._close = close
        self._searches = searches

    @cached_property
    def _words(self) -> list[tuple[int, str]]:
        """Every word with the number of its paragraph."""
        return [
            (number, word)
            for number, paragraph in enumerate(self._paragraphs, 1)
            for word in paragraph.split()
        ]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for place, (_, word) in enumerate(self._words):
            places.setdefault(_bare(word), []).append(place)
        return places

    def find(self, quote: str) -> Near | None:
        """The words that are most like a quotation; None if nothing is like it."""
        if self._searches <= 0:
            return None
        self._searches -= 1
        words = [_bare(word) for word in quote.split()[:_WORDS_OF_QUOTE]]
        votes = list(self._votes(words)) or list(self._votes(self._respelt(words)))
        starts = Counter(place - index for index, place in votes)
        if not starts:
            return None
        start = max(starts, key=lambda start: (_support(starts, start), starts[start], -start))
        if _support(starts, start) * 3 < len(words):
            return None
        near = [vote for vote in votes if abs(vote[1] - vote[0] - start) <= _SHIFT]
        return self._show(near, len(words))

    def _votes(self, words: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Pairs of a word's number in the quotation and its place in the article."""
        for index, word in enumerate(words):
            places = self._places.get(word, ())
            if len(places) <= _PLACES_OF_WORD:
                yield from ((index, place) for place in places)

    def _respelt(self, words: Sequence[str]) -> list[str]:
        return [self._close(word, self._places.keys()) or word for word in words[:5]]

    def _show(self, near: Sequence[tuple[int, int]], length: int) -> Near:
        """The words from the first to the last that voted, and as many beside them as are missing.

        Only those of one paragraph are shown, that of the word in the middle.
        """
        first_index, first = min(near, key=lambda vote: vote[1])
        last_index, last = max(near, key=lambda vote: vote[1])
        start, end = max(first - first_index, 0), last + length - last_index
        number = self._words[(first + last) // 2][0]
        window = self._words[start:end]
        return Near(number, " ".join(word for paragraph, word in window if paragraph == number))


def _support(starts: Counter[int], start: int) -> int:
    return sum(starts[start + shift] for shift in range(-_SHIFT, _SHIFT + 1))


def _bare(word: str) -> str:
    """A word as it is compared here: folded, without the stops around it."""
    folded = folded_text(word, caseless=True)
    return folded.strip(_STOPS) or folded
