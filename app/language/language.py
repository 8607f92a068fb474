"""What Byline knows of one language, each part of it read when it is first needed."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib import import_module
from typing import Any, Final, Literal

from app.language.folder import read_words
from app.language.phrasing import Phrasing
from app.language.word_lists import ListName, Phrases, WordLists, words_in

STEMS: Final = "stems"
"""What a check needs that compares words by their stems."""

Need = ListName | Literal["stems"]


@dataclass(frozen=True)
class Language:
    """The language of a BCP 47 tag. What is not known of it is empty: no word is in its lists."""

    tag: str

    def has(self, needed: Need) -> bool:
        """Whether there is a list of this name, or (`STEMS`) a stemmer."""
        return bool(self._lists.stemmer) if needed == STEMS else needed in self._texts

    def is_by_stem(self, name: ListName) -> bool:
        """Whether a list holds stems, so that it finds a word in any of its forms."""
        return name in self._lists.stems

    def list(self, name: ListName) -> Phrases:
        """A word list; empty if the language does not have it."""
        known = self._phrases.get(name)
        if known is None:
            known = self._phrases[name] = self._made(name)
        return known

    def stem(self, word: str) -> str:
        """The stem of a word in small letters; the word itself without a stemmer."""
        known = self._stems.get(word)
        if known is None:
            known = self._stemmer.stemWord(word) if self._stemmer else word
            self._stems[word] = known
        return known

    @cached_property
    def phrasing(self) -> Phrasing:
        """How the language puts texts together."""
        return read_words(self.tag, "phrasing", Phrasing) or Phrasing()

    def _made(self, name: ListName) -> Phrases:
        phrases = words_in(self._texts.get(name, ()))
        if self.is_by_stem(name):
            phrases = [[self.stem(word) for word in phrase] for phrase in phrases]
        return Phrases(phrases)

    @cached_property
    def _lists(self) -> WordLists:
        return read_words(self.tag, "word_lists", WordLists) or WordLists()

    @cached_property
    def _texts(self) -> dict[ListName, tuple[str, ...]]:
        return {**self._lists.words, **self._lists.stems}

    @cached_property
    def _phrases(self) -> dict[ListName, Phrases]:
        return {}

    @cached_property
    def _stems(self) -> dict[str, str]:
        return {}

    @cached_property
    def _stemmer(self) -> Any:
        # Its thirty stemmers take 30 ms to import, and most commands need none.
        package = import_module("snowballstemmer")
        return package.stemmer(self._lists.stemmer) if self._lists.stemmer else None


@lru_cache(maxsize=256)
def language_of(tag: str) -> Language:
    """What is known of the language of a BCP 47 tag; nothing, for most."""
    return Language(tag)
