"""A text of a language, cut into words once: its stems, and the listed phrases that occur in it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from app.language.language import Language
from app.language.tokens import Token, tokens_of
from app.language.word_lists import ListName

_LONG_ENOUGH: Final = 4
"""Letters of a word that carries meaning, in a language whose function words are not known."""


@dataclass(frozen=True)
class TokenizedText:
    """A text and its language."""

    text: str
    language: Language

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """All words and numbers."""
        return tokens_of(self.text)

    @cached_property
    def own(self) -> tuple[Token, ...]:
        """The words outside quotation marks: those that the author chose."""
        return tuple(token for token in self.tokens if not token.quoted)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the words that carry meaning, in quotation marks or not."""
        return _stems(self.tokens, self.language)

    @cached_property
    def own_stems(self) -> frozenset[str]:
        """The stems of the words that carry meaning, without those in quotation marks."""
        return _stems(self.own, self.language)

    def find(self, name: ListName, *, quoted: bool = False) -> Iterator[str]:
        """The phrases of a word list that occur, as they are written.

        Words in quotation marks count only if `quoted`.
        """
        return iter(self._listed(name, quoted))

    def has(self, name: ListName, *, quoted: bool = False) -> bool:
        """Whether a phrase of a word list occurs."""
        return bool(self._listed(name, quoted))

    def _listed(self, name: ListName, quoted: bool) -> Sequence[str]:
        known = self._found.get((name, quoted))
        if known is None:
            known = self._found[name, quoted] = tuple(self._find(name, quoted))
        return known

    @cached_property
    def _found(self) -> dict[tuple[ListName, bool], Sequence[str]]:
        return {}

    def _find(self, name: ListName, quoted: bool) -> Iterator[str]:
        tokens = self.tokens if quoted else self.own
        by_stem = self.language.is_by_stem(name)
        words = [self.language.stem(token.word) if by_stem else token.word for token in tokens]
        for place, length in self.language.list(name).lengths_at(words):
            written = self.text[tokens[place].start : tokens[place + length - 1].end]
            if by_stem or not self._is_name(tokens[place]):
                yield written

    def _is_name(self, token: Token) -> bool:
        """Whether a word is a name here, because it has a capital: May, and not may."""
        capital = self.text[token.start].isupper()
        return capital and token.word in self.language.list("also names")

    def begin(self, count: int = 4) -> str:
        """The first words of the text."""
        ends = [token.end for token in self.tokens[:count]]
        return self.text[self.tokens[0].start : ends[-1]] if ends else ""


def _stems(tokens: Sequence[Token], language: Language) -> frozenset[str]:
    words = {token.word for token in tokens}
    if language.has("function words"):
        small = language.list("function words")
        return frozenset(language.stem(word) for word in words if word not in small)
    return frozenset(word for word in words if len(word) >= _LONG_ENOUGH or word[0].isdigit())


class WordRuns:
    """How often words follow each other in some texts, counted once for each length of run."""

    def __init__(self, texts: Iterable[TokenizedText]) -> None:
        self._rows = [[token.word for token in text.tokens] for text in texts]
        self._counted: dict[int, Counter[tuple[str, ...]]] = {}
        self._first: dict[tuple[str, int], str] = {}

    def count(self, words: Sequence[str]) -> int:
        """How often words occur in this order, within one text."""
        return self.of(len(words))[tuple(words)]

    def first_in(self, text: TokenizedText, length: int) -> str:
        """The first run of so many words that another text has from these; "" if there is none."""
        known = self._first.get((text.text, length))
        if known is None:
            known = self._first[text.text, length] = self._look(text, length)
        return known

    def _look(self, text: TokenizedText, length: int) -> str:
        runs, words = self.of(length), [token.word for token in text.tokens]
        for place in range(len(words) - length + 1):
            if tuple(words[place : place + length]) in runs:
                return text.text[text.tokens[place].start : text.tokens[place + length - 1].end]
        return ""

    def of(self, length: int) -> Counter[tuple[str, ...]]:
        """Every run of so many words with its count."""
        if length not in self._counted:
            self._counted[length] = Counter(
                tuple(words[place : place + length])
                for words in self._rows
                for place in range(len(words) - length + 1)
            )
        return self._counted[length]
