"""Folding a text so that two copies of the same words are equal; folded places lead back exactly.

Folding takes away what two copies of the same words differ in: Unicode compatibility forms (NFKC),
kinds of quotation marks and dashes, kinds and numbers of spaces, invisible characters. What is
left is compared letter for letter.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from unicodedata import category, combining, is_normalized, normalize

_QUOTES: Final = '"`´‘’‚‛“”„‟«»‹›′″‴‵‶‷❛❜❝❞〝〞〟＂＇「」『』｢｣'
_DASHES: Final = "‐‑‒–—―−⁃⸺⸻﹘﹣－"
_INVISIBLE: Final = "\u00ad\u200b\u200e\u200f\u2060\ufeff"
_MARKS: Final = str.maketrans(dict.fromkeys(_QUOTES, "'") | dict.fromkeys(_DASHES, "-"))

# A lone space, hyphen or apostrophe stays as it is: only what changes interrupts plain text.
_CHANGING: Final = rf"[\s{_INVISIBLE}]{{2,}}|[^\S ]|[{_INVISIBLE}]|[-{_DASHES}]{{2,}}|[{_DASHES}]"
_FOREIGN: Final = rf"(?:[!-~](?=[^\x00-\x7f]))?[^\x00-\x7f\s{_DASHES}{_INVISIBLE}]+"
_IN_NORMAL_TEXT: Final = re.compile(rf"{_CHANGING}|[{_QUOTES}]")
_IN_ANY_TEXT: Final = re.compile(rf"{_CHANGING}|{_FOREIGN}|[{_QUOTES}]")
_SPACES: Final = (
    " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
_TRIMMED: Final = _SPACES + _INVISIBLE

_VOWELS_AND_FINALS = range(0x1160, 0x1200)  # of Hangul: they melt into the sign before them
_KIRAT_RAI_VOWELS = range(0x16D63, 0x16D6B)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and the way back: piece i begins at `starts[i]` and came from `sources[i]`.

    A source is (start, end, plain): its place in the text it came from; a plain piece was
    copied sign by sign, any other is one whole that is never cut.
    """

    text: str
    starts: tuple[int, ...]
    sources: tuple[tuple[int, int, bool], ...]

    def start_of(self, offset: int) -> int:
        """Where the sign at a folded offset begins in the source."""
        piece = bisect_right(self.starts, offset) - 1
        start, _, plain = self.sources[piece]
        return start + offset - self.starts[piece] if plain else start

    def end_of(self, offset: int) -> int:
        """Where the sign before a folded offset (from 1) ends in the source."""
        piece = bisect_right(self.starts, offset - 1) - 1
        start, end, plain = self.sources[piece]
        return start + offset - self.starts[piece] if plain else end


_Piece = tuple[int, int, bool, str]
"""Start and end in the source, whether it was folded sign by sign, and what became of it."""


def fold(text: str, *, caseless: bool = False) -> Folded:
    """Fold a text, without regard to case if `caseless`; spaces at its ends are dropped."""
    parts: list[str] = []
    starts: list[int] = []
    sources: list[tuple[int, int, bool]] = []
    length = 0
    for start, end, plain, folded in _pieces(text, caseless=caseless):
        if folded:
            parts.append(folded)
            starts.append(length)
            sources.append((start, end, plain))
            length += len(folded)
    return Folded("".join(parts), tuple(starts), tuple(sources))


def folded_text(text: str, *, caseless: bool = False) -> str:
    """Only the text of `fold`."""
    return "".join([piece[3] for piece in _pieces(text, caseless=caseless)])


def _pieces(text: str, *, caseless: bool) -> Iterator[_Piece]:
    done = len(text) - len(text.lstrip(_TRIMMED))
    end = len(text.rstrip(_TRIMMED))
    pattern = _IN_NORMAL_TEXT if is_normalized("NFKC", text) else _IN_ANY_TEXT
    for found in pattern.finditer(text, done, end):
        yield from _plain(text, done, found.start(), caseless=caseless)
        yield from _changed(text, found.start(), found.end(), caseless=caseless)
        done = found.end()
    yield from _plain(text, done, end, caseless=caseless)


def _plain(text: str, start: int, end: int, *, caseless: bool) -> Iterator[_Piece]:
    plain = text[start:end]
    # Folding the case never shortens: the same length means one sign for one sign.
    folded = plain.casefold() if caseless else plain
    if len(folded) == len(plain):
        yield start, end, True, folded
    else:
        for place, sign in enumerate(plain, start):
            yield place, place + 1, False, sign.casefold()


def _changed(text: str, start: int, end: int, *, caseless: bool) -> Iterator[_Piece]:
    run = text[start:end]
    if not run.strip(_TRIMMED):
        yield start, end, False, " " if run.strip(_INVISIBLE) else ""
    elif not run.translate(_MARKS).strip("-"):
        yield start, end, False, "-"
    else:
        for first, last in _clusters(run):
            folded = _fold_cluster(run[first:last], caseless)
            yield start + first, start + last, False, folded


def _clusters(run: str) -> Iterator[tuple[int, int]]:
    """Cut a run where normalization may be done piece by piece: before what does not combine."""
    first = 0
    for place in range(1, len(run)):
        if not combines(run[place]):
            yield first, place
            first = place
    yield first, len(run)


@lru_cache(maxsize=4096)
def combines(sign: str) -> bool:
    """Whether a sign may melt into the one before it (Unicode Standard Annex 15, section 9)."""
    first = normalize("NFKD", sign)[0]
    return (
        combining(first) != 0
        or category(first).startswith("M")
        or ord(first) in _VOWELS_AND_FINALS
        or ord(first) in _KIRAT_RAI_VOWELS
    )


@lru_cache(maxsize=4096)
def _fold_cluster(cluster: str, caseless: bool) -> str:
    folded = normalize("NFKC", cluster.translate(_MARKS)).translate(_MARKS)
    return normalize("NFKC", folded.casefold()) if caseless else folded
