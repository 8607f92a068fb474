"""Cutting a paragraph into sentences of tokens, in which a quotation is one token."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from app.draft.quotations import Quotation
from app.language.sentence_stops import stops_of
from app.language.sentences import split
from app.language.tags import SOURCE

_TOKEN: Final = re.compile(
    r"(?P<number>\d+(?:[.,:]\d+)*(?:\s?[%€$£])?|[€$£]\d+(?:[.,]\d+)*)"
    r"|(?P<word>[^\W\d_]+(?:[’'.\-‑&](?=[^\W\d_])[^\W\d_]+)*(?:\.|(?<=s)[’'](?=\s))?)"
    r"|(?P<mark>--+|[^\w\s]|_)"
)
_DASHES: Final = re.compile("--+|[–—―]")
_DIALOGUE: Final = frozenset("—–-")
DASH: Final = "—"
"""What every dash is read as, however it is typed."""
_DOTTED: Final = re.compile(r"(?:\w\.)+")
_ENDS: Final = ".,!?…"

LONGEST: Final = 300
"""Tokens of the longest sentence: what is longer is no sentence, and is cut."""


class Token(NamedTuple):
    """A word, a number, a mark or a whole quotation; `start` and `end` are in the paragraph.

    `low` is the text in small letters with `DASH` for every dash; "" for a quotation.
    """

    text: str
    low: str
    start: int
    end: int
    kind: str
    quotation: Quotation | None = None

    @property
    def is_word(self) -> bool:
        """Whether it is a word."""
        return self.kind == "word"

    @property
    def is_dialogue(self) -> bool:
        """Whether it is a quotation that a dash of dialogue opens."""
        return self.kind == "quotation" and self.text[:1] in _DIALOGUE

    @property
    def is_capital(self) -> bool:
        """Whether it is a word that begins with a capital letter."""
        return self.kind == "word" and self.text[:1].isupper()


Sentence = tuple[Token, ...]


def sentences_of(paragraph: str, quotations: Sequence[Quotation]) -> tuple[Sentence, ...]:
    """The sentences of a paragraph; what is quoted never ends one but at its own end."""
    masked = _masked(paragraph, quotations)
    waiting = list(reversed(quotations))
    found = []
    done = 0
    for start, end in split(masked):
        # A quotation may reach beyond the sentence that it begins in.
        tokens = tuple(_tokens(masked, max(start, done), end, waiting, paragraph))
        if tokens:
            found += [tokens[at : at + LONGEST] for at in range(0, len(tokens), LONGEST)]
            done = tokens[-1].end
    return tuple(found)


def tokens_of(text: str, start: int, end: int) -> Sentence:
    """The tokens of a stretch of text, quotations and all."""
    return tuple(_tokens(text, start, end, [], text))


def _masked(paragraph: str, quotations: Sequence[Quotation]) -> str:
    """The paragraph with the words of its quotations struck out, sign for sign."""
    parts = []
    place = 0
    for quotation in quotations:
        first, last = quotation.inner
        if paragraph[last - 1] in _ENDS:
            last -= 1
        # The first sign is kept: it shows whether a sentence begins here.
        first = min(first + 1, last)
        parts += [paragraph[place:first], "x" * (last - first)]
        place = last
    return "".join([*parts, paragraph[place:]])


def _tokens(
    masked: str, start: int, end: int, waiting: list[Quotation], paragraph: str
) -> Iterator[Token]:
    place = start
    while place < end:
        while waiting and waiting[-1].end <= place:
            waiting.pop()
        if waiting and waiting[-1].start < end:
            quotation = waiting[-1]
            yield from _plain(masked, place, max(place, quotation.start))
            text = paragraph[quotation.start : quotation.end]
            yield Token(text, "", quotation.start, quotation.end, "quotation", quotation)
            place = quotation.end
        else:
            yield from _plain(masked, place, end)
            place = end


def _plain(text: str, start: int, end: int) -> Iterator[Token]:
    for found in _TOKEN.finditer(text, start, end):
        kind = found.lastgroup or "mark"
        word, last = found.group(), found.end()
        if kind == "word" and word.endswith(".") and not _is_abbreviated(word):
            yield _token(word[:-1], found.start(), last - 1, kind)
            yield _token(".", last - 1, last, "mark")
        elif _is_dash(text, found):
            yield Token(word, DASH, found.start(), last, "mark")
        else:
            yield _token(word, found.start(), last, kind)


def _is_dash(text: str, found: re.Match[str]) -> bool:
    """Whether a mark is a dash: a hyphen is one between spaces."""
    if found.group() == "-":
        start, end = found.span()
        return text[max(0, start - 1) : start].isspace() and text[end : end + 1].isspace()
    return _DASHES.fullmatch(found.group()) is not None


def _is_abbreviated(word: str) -> bool:
    """Whether the stop belongs to the word; titles of all languages are known in each."""
    name = word[:-1].lower()
    stops = stops_of(SOURCE)
    titled = name in stops.before_names or name in stops.may_end
    return titled or _DOTTED.fullmatch(word) is not None


def _token(text: str, start: int, end: int, kind: str) -> Token:
    return Token(text, text.lower().replace("'", "’"), start, end, kind)
