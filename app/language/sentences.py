"""The sentences of an article: where each begins and ends, and the id that a student cites it by.

A rule-based splitter in the manner of Grefenstette & Tapanainen (1994), What is a word, what is a
sentence?: a stop ends a sentence unless what is before it is an abbreviation, or what comes after
it goes on in small letters. `sentences.yaml` of each language lists its abbreviations; a language
without one uses those of English.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from app.domain.article import Span
from app.domain.bank import Bank
from app.domain.identity import short_id
from app.language.sentence_stops import Stops, stops_of
from app.language.tags import SOURCE

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
_LAST_NUMBER: Final = re.compile(r"(?P<word>\w*)\W+\d{1,3}$")
_COUNTED: Final = re.compile(rf"[\s{_QUOTES}(\[]*(?:\d{{1,3}}|\w)")

_LONGEST: Final = 80
"""So many characters before and after a stop decide what it is."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: `number` is its name for people, such as `2.3`, the third of paragraph 2.

    `id` depends on the number and the text alone; two that read alike have ids of their own.
    """

    id: str
    number: str
    span: Span
    text: str


def sentences_of(bank: Bank) -> Mapping[str, Sentence]:
    """The sentences of a bank's article by their ids, in the order of the text."""
    return _by_id(bank.article.paragraphs, bank.language)


# The same few banks are asked for at every answer that cites a sentence.
@lru_cache(maxsize=128)
def _by_id(paragraphs: tuple[str, ...], language: str) -> Mapping[str, Sentence]:
    found = sentences_in(paragraphs, language)
    return MappingProxyType({one.id: one for one in found})


def sentences_in(paragraphs: Sequence[str], language: str = SOURCE) -> tuple[Sentence, ...]:
    """Every sentence of a text in a language (BCP 47), in order; `paragraphs[0]` is paragraph 1."""
    return tuple(
        sentence
        for n, paragraph in enumerate(paragraphs, start=1)
        for sentence in _in_paragraph(n, paragraph, language)
    )


def _in_paragraph(n: int, paragraph: str, language: str) -> Iterator[Sentence]:
    for place, (start, end) in enumerate(split(paragraph, language), start=1):
        number, text = f"{n}.{place}", paragraph[start:end]
        yield Sentence(short_id(f"sentence {number} {text}"), number, Span(n, start, end), text)


def split(paragraph: str, language: str = SOURCE) -> tuple[tuple[int, int], ...]:
    """Where each sentence starts and ends (0-based code points), without the spaces around it.

    The places are in order and disjoint, and every character but spaces is in one of them.
    """
    found = []
    start = 0
    for end in _ends(paragraph, stops_of(language)):
        text = paragraph[start:end]
        first, last = start + len(text) - len(text.lstrip()), start + len(text.rstrip())
        if first < last:
            found.append((first, last))
        start = end
    return tuple(found)


def _ends(paragraph: str, stops: Stops) -> Iterator[int]:
    start = 0
    for match in _STOP.finditer(paragraph):
        if match["wide"] or _is_end(paragraph, start, match, stops):
            yield match.end()
            start = match.end()
    yield len(paragraph)


def _is_end(paragraph: str, start: int, match: re.Match[str], stops: Stops) -> bool:
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
        return not _is_abbreviation(before, following, stops)
    return not (match["close"] and match["stop"][-1] in "!?" and stops.said.match(following))


def _is_left_out(paragraph: str, match: re.Match[str]) -> bool:
    """Whether this is the ellipsis of a shortened quotation, in brackets."""
    return paragraph[match.start() - 1 : match.start()] in ("[", "(") and match["stop"] != "."


def _is_abbreviation(before: str, following: str, stops: Stops) -> bool:
    if _COUNTED.fullmatch(before):
        return True
    token = _BEFORE.search(before)
    word = token[0] if token else ""
    name = word.lower()
    if name in stops.before_names:
        return True
    if name in stops.before_numbers and following[0].isdigit():
        return True
    if word.isdigit() and _is_ordinal(before, following, stops):
        return True
    initials = _DOTTED.fullmatch(word) and not word.isdigit()
    return bool(initials or name in stops.may_end) and not _starts(following, stops)


def _is_ordinal(before: str, following: str, stops: Stops) -> bool:
    """Whether a number with a stop is an ordinal, by the word behind it or in front of it."""
    number = _LAST_NUMBER.search(before)
    word = _WORD.match(following)
    if number is None or word is None:
        return False
    if word[0].lower() in stops.after_ordinals:
        return True
    return number["word"].lower() in stops.before_ordinals and not _starts(following, stops)


def _starts(following: str, stops: Stops) -> bool:
    """Whether a sentence rather begins here than a name goes on."""
    word = _WORD.match(following)
    if word is None or word[0] not in stops.starters:
        return False
    # A letter with a stop is an initial, not the article.
    return len(word[0]) > 1 or following[word.end() : word.end() + 1] != "."
