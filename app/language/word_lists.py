"""The word lists of a language by their names: what `word_lists.yaml` in its folder holds."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal, get_args

from pydantic import Field

from app.language.folder import Words
from app.language.longest import LongestPhrase
from app.language.tokens import tokens_of

ListName = Literal[
    "absolutes",
    "all of them",
    "also names",
    "anchors",
    "approximations",
    "articles",
    "asking words",
    "back references",
    "clause openers",
    "clause subjects",
    "crimes",
    "determiners",
    "directives",
    "empty questions",
    "finite verbs",
    "function words",
    "glue words",
    "graphic words",
    "groups",
    "hard topics",
    "hedges",
    "joiners",
    "jokes",
    "judging verbs",
    "judging words",
    "left open",
    "lower bounds",
    "negations",
    "negative asks",
    "no judging",
    "no negative asks",
    "none of them",
    "open articles",
    "personal pronouns",
    "plural endings",
    "plural openers",
    "possessives",
    "prepositions",
    "ranking words",
    "reader words",
    "relative words",
    "reporting verbs",
    "rough words",
    "sequence words",
    "singular endings",
    "singular openers",
    "text words",
    "upper bounds",
    "verdicts",
    "violence",
    "weapons",
]
"""Every list that a language may have."""

LIST_NAMES: Final[tuple[ListName, ...]] = get_args(ListName)


class WordLists(Words):
    """The lists of one language, and the name of its stemmer (of the package snowballstemmer).

    `words` are found as they are written, `stems` in any of their forms.
    """

    stemmer: str = ""
    words: Mapping[ListName, tuple[str, ...]] = Field(default_factory=dict)
    stems: Mapping[ListName, tuple[str, ...]] = Field(default_factory=dict)


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


def words_in(texts: Sequence[str]) -> list[list[str]]:
    """The words of each text, folded and in small letters."""
    return [[token.word for token in tokens_of(text)] for text in texts]
