"""The words and numbers of a text, with their places."""

import re
from bisect import bisect_right
from typing import Final, NamedTuple

from app.domain.folding import folded_text

_WORD: Final = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[’'][^\W\d_]+)*")
# Bounded, so that a text of marks that nothing closes is not read to its end from each of them.
_QUOTED: Final = re.compile(
    r"“[^”]{0,2000}”|„[^“”\"]{0,2000}[“”\"]|«[^»]{0,2000}»|»[^«»]{0,2000}«|\"[^\"]{0,2000}\""
    r"|(?<!\w)[‘'][^’']{0,2000}[’'](?!\w)|‚[^‘’]{0,2000}[‘’]|›[^‹›]{0,2000}‹"
)


class Token(NamedTuple):
    """A word or number of a text.

    `word` is folded and in small letters, `start` and `end` are its place in the text (0-based
    code points); `quoted` says whether it is in quotation marks.
    """

    word: str
    start: int
    end: int
    quoted: bool


def tokens_of(text: str) -> tuple[Token, ...]:
    """The words and numbers of a text in their order."""
    quoted = [found.span() for found in _QUOTED.finditer(text)]
    starts = [start for start, _ in quoted]
    tokens = []
    for found in _WORD.finditer(text):
        start, end = found.span()
        before = bisect_right(starts, start) - 1
        inside = before >= 0 and start < quoted[before][1]
        tokens.append(Token(_plain(found[0]), start, end, inside))
    return tuple(tokens)


def _plain(word: str) -> str:
    return word.lower() if word.isascii() else folded_text(word, caseless=True)
