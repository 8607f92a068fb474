"""Numbers, quantities and hedges in statements: where they are, and whether all else is alike."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from app.language.folder import Words, read_words
from app.language.number_words import number_words
from app.language.numerals import read_numeral

GAP: Final = "____"
"""What is shown in the place of a number."""

_TOKEN: Final = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_LEAST: Final = 2
"""The smallest number that is asked for: one is mostly an article or a pronoun."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A statement without one of its numbers; `value` is the number.

    `alone` says that the number is a word of its own kind, for which no digits can stand (twice).
    """

    text: str
    value: int
    alone: bool = False


class AmountWords(Words):
    """The content of `amounts.yaml`: words that say how much, how often and how surely.

    `strength` are such words (all, some, perhaps); `parts` make a fraction of the number before
    them (thirds); `links` join two numbers into one ratio (six in ten). `ahead` words tell of what
    is still to come, as words with one of the `ahead_endings` do.
    """

    strength: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    ahead: frozenset[str] = frozenset()
    ahead_endings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Amounts:
    """The numbers and quantities of the language of a BCP 47 tag, and its words for them."""

    tag: str
    words: AmountWords

    def gaps_in(self, text: str) -> Iterator[Gap]:
        """The whole numbers of a text, the largest first, each with the text without it.

        Parts of a fraction, of a ratio, of a larger number and of a word (93rd) are left out.
        """
        tokens = list(_TOKEN.finditer(text))
        words = [token.group().casefold() for token in tokens]
        values = list(map(self._value, words))
        found = [
            Gap(
                f"{text[: token.start()]}{GAP}{text[token.end() :]}",
                value,
                self._is_word_of_its_own(words[place]),
            )
            for place, (token, value) in enumerate(zip(tokens, values, strict=True))
            if value is not None
            and self._is_alone(place, words, values)
            and not text[token.end() : token.end() + 1].isalnum()
        ]
        yield from sorted(found, key=lambda gap: -gap.value)

    def is_number(self, word: str) -> bool:
        """Whether a word is a whole number above one."""
        return self._value(word.casefold()) is not None

    def _is_alone(self, place: int, words: Sequence[str], values: Sequence[int | None]) -> bool:
        if words[place + 1 : place + 2] and words[place + 1] in self.words.parts:
            return False
        numbers = [other for other, value in enumerate(values) if value is not None]
        return not any(
            other != place and self._is_linked(words[min(place, other) + 1 : max(place, other)])
            for other in numbers
        )

    def _is_linked(self, between: Sequence[str]) -> bool:
        """Whether the words between two numbers make one ratio, or one number, of them."""
        return all(word in self.words.links for word in between)

    def _is_word_of_its_own(self, word: str) -> bool:
        return any(word in words.alone for words in number_words(self.tag)[:1])

    def _value(self, word: str) -> int | None:
        """The whole number that a word or some digits are."""
        return whole_number(word, self.tag)

    def looks_ahead(self, text: str) -> bool:
        """Whether a statement is about what is still to come."""
        words = [*map(str.casefold, _TOKEN.findall(text))]
        padded = f" {' '.join(words)} "
        return any(f" {phrase} " in padded for phrase in self.words.ahead) or any(
            word.endswith(self.words.ahead_endings) for word in words
        )

    def differ_in_strength_only(self, one: str, other: str) -> bool:
        """Whether two statements differ, and only in words for how much and how surely."""
        first, second = ([*map(str.casefold, _TOKEN.findall(text))] for text in (one, other))
        apart = [*_without(first, second), *_without(second, first)]
        return bool(apart) and self.words.strength.issuperset(apart)


@lru_cache(maxsize=8192)
def whole_number(word: str, tag: str) -> int | None:
    """The whole number above one that a word or some digits of a language are; else None."""
    numeral = read_numeral(word, tag)
    if numeral is None or numeral.unit or numeral.value != int(numeral.value):
        return None
    return int(numeral.value) if numeral.value >= _LEAST else None


def _without(words: Sequence[str], others: Sequence[str]) -> Iterator[str]:
    """The words of a list that are not in another, each as often as it has no partner there."""
    rest = list(others)
    for word in words:
        if word in rest:
            rest.remove(word)
        else:
            yield word


@lru_cache(maxsize=256)
def amounts_of(tag: str) -> Amounts:
    """The numbers and quantities of the language of a BCP 47 tag; digits alone, for most."""
    return Amounts(tag, read_words(tag, "amounts", AmountWords) or AmountWords())
