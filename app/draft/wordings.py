"""Wordings that may do something to the reader, found by a small lexicon of our own."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from app.domain.article import Span
from app.draft.language import Language, Phrases, inflected
from app.draft.speeches import Paragraph
from app.draft.tokens import tokens_of

_FOLDER: Final = Path(__file__).with_name("lexicon")


@dataclass(frozen=True, slots=True)
class Entry:
    """A wording of the lexicon; `does` holds {phrase}, `plainer` may be empty."""

    device: str
    does: str
    plainer: str


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording of an article that stands in the lexicon."""

    span: Span
    phrase: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The wordings of one language."""

    entries: Mapping[str, Entry]
    phrases: Phrases


@cache
def lexicon_of(code: str) -> Lexicon:
    """The lexicon of a language."""
    raw = yaml.load(
        (_FOLDER / f"{code}.yaml").read_text("utf-8"),
        Loader=yaml.CBaseLoader,  # noqa: S506  # our own file; all scalars are text
    )
    entries = {phrase: entry for group in raw for phrase, entry in _entries(code, group)}
    return Lexicon(entries, Phrases(entries))


def _entries(code: str, group: Mapping[str, Any]) -> Iterator[tuple[str, Entry]]:
    device, does = group["device"], group["does"]
    for phrase, plainer in group.get("words", {}).items():
        yield phrase, Entry(device, does, plainer)
    for verb, plainer in group.get("verbs", {}).items():
        for form in inflected(code, verb):
            yield form, Entry(device, does, plainer)
    for phrase in group.get("alone", ()):
        yield phrase, Entry(device, does, "")


def wordings_of(paragraphs: Sequence[Paragraph], language: Language) -> Iterator[Wording]:
    """The wordings of an article that stand in the lexicon, each where it first comes up."""
    lexicon = lexicon_of(language.code)
    seen: set[str] = set()
    for paragraph in paragraphs:
        for wording in _in_paragraph(paragraph, lexicon):
            low = wording.phrase.lower()
            if low not in seen:
                seen.add(low)
                yield wording


def _in_paragraph(paragraph: Paragraph, lexicon: Lexicon) -> Iterator[Wording]:
    tokens = tokens_of(paragraph.text, 0, len(paragraph.text))
    words = [token.low for token in tokens]
    place = 0
    while place < len(tokens):
        length = lexicon.phrases.at(words, place)
        if length:
            span = Span(paragraph.number, tokens[place].start, tokens[place + length - 1].end)
            phrase = paragraph.text[span.start : span.end]
            yield Wording(span, phrase, lexicon.entries[" ".join(words[place : place + length])])
        place += max(length, 1)
