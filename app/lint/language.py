"""What the linter knows of a language: word lists from `languages/*.yaml`, and a stemmer."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Final, NamedTuple

import snowballstemmer
import yaml

from app.domain.folding import folded_text
from app.language.longest import LongestPhrase

FOLDER: Final = Path(__file__).with_name("languages")

STEMS: Final = "stems"
"""What a rule `needs` that compares words by their stems."""

_WORD: Final = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[’'][^\W\d_]+)*")
# Bounded, so that a text of marks that nothing closes is not read to its end from each of them.
_QUOTED: Final = re.compile(
    r"“[^”]{0,2000}”|„[^“”]{0,2000}[“”]|«[^»]{0,2000}»|\"[^\"]{0,2000}\""
    r"|(?<!\w)[‘'][^’']{0,2000}[’'](?!\w)"
)


class Token(NamedTuple):
    """A word or number of a text.

    `word` is folded and in small letters, `start` and `end` are its place in the text; `quoted`
    tells whether it stands in quotation marks.
    """

    word: str
    start: int
    end: int
    quoted: bool


class Phrases(LongestPhrase):
    """A list of words and phrases, looked up in a text word by word."""

    def lengths_at(self, words: Sequence[str]) -> Iterator[tuple[int, int]]:
        """The index of every phrase in a row of words and its length; the longest, no overlaps."""
        if self._by_first.keys().isdisjoint(words):
            return
        place = 0
        while place < len(words):
            length = self.at(words, place)
            if length:
                yield place, length
            place += length or 1


@dataclass(frozen=True)
class Language:
    """The word lists of a language by their names, and its stemmer's name ("" without one).

    `by_stem` are the lists that hold a word in any of its forms.
    """

    tag: str
    stemmer: str = ""
    lists: Mapping[str, Phrases] | None = None
    by_stem: frozenset[str] = frozenset()

    def has(self, needed: str) -> bool:
        """Whether there is a list of this name, or (`STEMS`) a stemmer."""
        return bool(self.stemmer) if needed == STEMS else needed in (self.lists or {})

    def list(self, name: str) -> Phrases:
        """A word list; empty if the language does not have it."""
        return (self.lists or {}).get(name, _NOTHING)

    @cached_property
    def _stems(self) -> dict[str, str]:
        return {}

    @cached_property
    def _stemmer(self) -> Any:
        return snowballstemmer.stemmer(self.stemmer) if self.stemmer else None

    def stem(self, word: str) -> str:
        """The stem of a word in small letters; the word itself without a stemmer."""
        known = self._stems.get(word)
        if known is None:
            known = self._stemmer.stemWord(word) if self._stemmer else word
            self._stems[word] = known
        return known


_NOTHING: Final = Phrases(())


def tokens_of(text: str) -> tuple[Token, ...]:
    """The words and numbers of a text."""
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


@cache
def language_of(tag: str) -> Language:
    """What is known of the language of a BCP 47 tag; nothing, for most."""
    base = tag.split("-")[0].lower()
    path = FOLDER / f"{base}.yaml"
    if not (base.isalpha() and path.is_file()):
        return Language(base)
    # The base loader leaves every word a text; YAML takes `on` and `no` for true and false.
    return _read(base, yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader))  # noqa: S506


def _read(base: str, content: Mapping[str, Any]) -> Language:
    stemmed = frozenset(content.get("stems", {}))
    bare = Language(base, content["stemmer"])
    lists = {name: Phrases(_phrases(texts)) for name, texts in content["words"].items()}
    for name, texts in content.get("stems", {}).items():
        lists[name] = Phrases([[bare.stem(word) for word in p] for p in _phrases(texts)])
    return Language(base, content["stemmer"], lists, stemmed)


def _phrases(texts: Sequence[str]) -> list[list[str]]:
    return [[token.word for token in tokens_of(text)] for text in texts]
