"""The sentences of an article: where each begins and ends, and the id that a student cites it by.

Made for English and Spanish, whose lists of abbreviations do not get in each other's way; in other
languages the marks at the ends of sentences still do. A rule-based splitter in the manner of
Grefenstette & Tapanainen (1994), What is a word, what is a sentence?: a stop ends a sentence
unless what stands before it is an abbreviation, or what comes after it goes on in small letters.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.article import Span
from app.domain.identity import short_id

_QUOTES: Final = "\"'“”„‟‘’‚‛«»‹›"
_STOPS: Final = ".!?…‽؟۔।॥"
# A run of stops is looked at once: not again from its second stop, nor shorter by one.
_STOP: Final = re.compile(
    rf"(?<![{_STOPS}])(?P<stop>[{_STOPS}]++)(?P<close>[{_QUOTES})\]]*+)(?=\s|$)"
    rf"|(?P<wide>[。！？]++)[{_QUOTES}」』）]*+"
)
_OPENING: Final = re.compile(rf"[\s{_QUOTES}(\[¿¡—–-]*")
_WORD: Final = re.compile(r"\w+")
_BEFORE: Final = re.compile(rf"[^\s{_QUOTES}(\[—–/]+$")
_DOTTED: Final = re.compile(r"(?:\w\.)*\w")
_COUNTED: Final = re.compile(rf"[\s{_QUOTES}(\[]*(?:\d{{1,3}}|\w)")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TITLES: Final = _words(
    "mr mrs ms messrs dr drs prof st mt gen sen rep gov capt col lt sgt maj rev hon pres supt insp "
    "vs cf approx sr sra sres sras srta dra dña ud uds vd vds gral mons lic ing arq ee aprox"
)
"""Abbreviations that something always follows."""

_NUMBERED: Final = _words(
    "no nos nr vol p pp ch art fig sec para jan feb mar apr jun jul aug sep sept oct nov dec "
    "núm núms pág págs cap vols arts ene abr ago dic tel"
)
"""Abbreviations when a number follows, else words that may end a sentence."""

_CLOSING: Final = _words("inc ltd co corp bros jr etc al dept univ assn uu cía")
"""Abbreviations that may stand at the end of a sentence."""

_STARTERS: Final = _words(
    "The A An He She It They We I You In On At But And Or So If When While After Before Since "
    "This That These Those There Here His Her Its Their Our My As For From To With By Of Not Now "
    "Then Yet However Many Some Most One Two What Who Why How Where "
    "El La Los Las Un Una Él Ella Ellos Ellas En Pero Y O Si Cuando Según Esto Esta Este Estos "
    "Estas Eso Ese Esa Se Su Sus Lo Le Les Al De Del Por Para Con Sin Hay Ya Aún No Muchos Muchas "
    "También Además Después Antes Como Desde Hasta Ahora Entonces"
)
"""Words that begin a sentence far oftener than they are a name after an abbreviation."""

_SAID: Final = re.compile(
    r"(?:\w+\.?\s+){1,4}?(?:said|says|asked|asks|wrote|writes|told|replied|answered|added|cried|"
    r"shouted|called|dijo|dice|preguntó|pregunta|escribió|respondió|contestó|añadió|gritó|exclamó)\b"
)

_LONGEST: Final = 80
"""So many characters before and after a stop decide what it is."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: `number` is what people call it by, such as `2.3`, the third of paragraph 2.

    `id` says nothing but which sentence it is; two that read alike have ids of their own.
    """

    id: str
    number: str
    span: Span
    text: str


def sentences_of(paragraphs: Sequence[str]) -> tuple[Sentence, ...]:
    """Every sentence of a text, in order; `paragraphs[0]` is paragraph 1."""
    return tuple(
        sentence
        for n, paragraph in enumerate(paragraphs, start=1)
        for sentence in _in_paragraph(n, paragraph)
    )


def _in_paragraph(n: int, paragraph: str) -> Iterator[Sentence]:
    for place, (start, end) in enumerate(split(paragraph), start=1):
        number, text = f"{n}.{place}", paragraph[start:end]
        yield Sentence(short_id(f"sentence {number} {text}"), number, Span(n, start, end), text)


def split(paragraph: str) -> tuple[tuple[int, int], ...]:
    """Where each sentence starts and ends (0-based code points), without the spaces around it.

    The places are in order and disjoint, and every character but spaces is in one of them.
    """
    found = []
    start = 0
    for end in _ends(paragraph):
        text = paragraph[start:end]
        first, last = start + len(text) - len(text.lstrip()), start + len(text.rstrip())
        if first < last:
            found.append((first, last))
        start = end
    return tuple(found)


def _ends(paragraph: str) -> Iterator[int]:
    start = 0
    for match in _STOP.finditer(paragraph):
        if match["wide"] or _is_end(paragraph, start, match):
            yield match.end()
            start = match.end()
    yield len(paragraph)


def _is_end(paragraph: str, start: int, match: re.Match[str]) -> bool:
    """Whether a stop ends the sentence that began at `start`."""
    opening = _OPENING.match(paragraph, match.end())
    after = opening.end() if opening else match.end()
    following = paragraph[after : after + _LONGEST]
    if not following:
        return True
    if following[0].islower() or _is_left_out(paragraph, match):
        return False
    if match["stop"] == ".":
        before = paragraph[max(start, match.start() - _LONGEST) : match.start()]
        return not _is_abbreviation(before, following)
    return not (match["close"] and match["stop"][-1] in "!?" and _SAID.match(following))


def _is_left_out(paragraph: str, match: re.Match[str]) -> bool:
    """Whether this is the ellipsis of somebody who quotes, in brackets."""
    return paragraph[match.start() - 1 : match.start()] in ("[", "(") and match["stop"] != "."


def _is_abbreviation(before: str, following: str) -> bool:
    if _COUNTED.fullmatch(before):
        return True
    token = _BEFORE.search(before)
    word = token[0] if token else ""
    name = word.lower()
    if name in _TITLES:
        return True
    if name in _NUMBERED and following[0].isdigit():
        return True
    initials = _DOTTED.fullmatch(word) and not word.isdigit()
    return bool(initials or name in _CLOSING) and not _starts(following)


def _starts(following: str) -> bool:
    """Whether a sentence rather begins here than a name goes on."""
    word = _WORD.match(following)
    if word is None or word[0] not in _STARTERS:
        return False
    # A letter with a stop is an initial, not the article.
    return len(word[0]) > 1 or following[word.end() : word.end() + 1] != "."
