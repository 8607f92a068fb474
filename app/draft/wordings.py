"""Wordings that may do something to the reader, found by a small lexicon of our own."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import Field

from app.domain.annotation import DEVICES
from app.domain.article import Span
from app.draft.paragraphs import Paragraph
from app.draft.tokens import tokens_of
from app.draft.vocabulary import Vocabulary, vocabulary_of, words_file
from app.draft.word_groups import Phrases
from app.language.folder import Words


class WordingGroup(Words):
    """Wordings that do the same; `verbs` and `words` have a plainer word each, which may be "".

    A verb by itself is regular; several words are all its forms. `does` holds {phrase}.
    """

    device: Literal[DEVICES]  # type: ignore[valid-type]  # a table, not a literal, is the source
    does: str
    verbs: Mapping[str, str] = Field(default_factory=dict)
    words: Mapping[str, str] = Field(default_factory=dict)
    alone: tuple[str, ...] = ()


class LoadedWords(Words):
    """The content of a file `loaded_words.yaml`."""

    groups: tuple[WordingGroup, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A wording of the lexicon; `does` holds {phrase}, `plainer` may be empty."""

    device: str
    does: str
    plainer: str


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording of an article that the lexicon has."""

    span: Span
    phrase: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The wordings of one language, each with its entry."""

    entries: Mapping[str, Entry]
    phrases: Phrases


@cache
def lexicon_of(tag: str) -> Lexicon:
    """The lexicon of a language of `LANGUAGES`."""
    vocabulary = vocabulary_of(tag)
    groups = words_file(tag, "loaded_words", LoadedWords).groups
    entries = {phrase: entry for group in groups for phrase, entry in _entries(vocabulary, group)}
    return Lexicon(entries, Phrases(entries))


def _entries(vocabulary: Vocabulary, group: WordingGroup) -> Iterator[tuple[str, Entry]]:
    for phrase, plainer in group.words.items():
        yield phrase, Entry(group.device, group.does, plainer)
    for verb, plainer in group.verbs.items():
        for form in vocabulary.inflected(verb):
            yield form, Entry(group.device, group.does, plainer)
    for phrase in group.alone:
        yield phrase, Entry(group.device, group.does, "")


def wordings_of(paragraphs: Sequence[Paragraph], lexicon: Lexicon) -> Iterator[Wording]:
    """The wordings of an article that the lexicon has, each where it first comes up."""
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
