"""Numbers written in words, by the lists of each language.

Small tables and a strict grammar instead of a package: the maintained one (text2num) is a compiled
extension, and it refuses what students write most: “a hundred”, “veintiún”, accents left out.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property, lru_cache

from pydantic import Field

from app.language.folder import Words, languages, read_words
from app.language.tags import SOURCE, look_up


class NumberWords(Words):
    """The content of a file `numbers.yaml`: words without accents and in lower case.

    `hundred` multiplies the units before it; `scales` multiply all that is smaller, and
    `bare_scales` of both need nothing before them; `joins` may be between two parts; `ones`
    mean one before a hundred or a scale; `points` open a fraction; `alone` are words that are a
    number only if nothing else is there. `of` is between a number and its unit, `roughly` are
    words before a number that is only near. A language that writes a number as one word, the unit
    before the ten (drei-und-zwanzig), has the word `between` them.
    """

    small: Mapping[str, int]
    scales: Mapping[str, int]
    bare_scales: frozenset[str]
    hundred: str = ""
    between: str = ""
    joins: frozenset[str] = frozenset()
    ones: frozenset[str] = frozenset()
    points: frozenset[str]
    alone: Mapping[str, int] = Field(default_factory=dict)
    minus: str
    of: str = ""
    roughly: tuple[str, ...]

    def may_begin(self, word: str) -> bool:
        """Whether a number can begin with a word."""
        return word in self or word in self.ones or word in self.alone

    def __contains__(self, word: object) -> bool:
        return word in self.units or word in self.multiples or self._is_compound(word)

    @cached_property
    def units(self) -> Mapping[str, int]:
        """What adds up: the small numbers, and those of a unit and a ten in one word."""
        if not self.between:
            return self.small
        return {
            f"{unit}{self.between}{ten}": value + more
            for unit, value in self.small.items()
            for ten, more in self.small.items()
            if 0 < value < 10 and 20 <= more < 100
        } | dict(self.small)

    def parted(self, tokens: Sequence[str]) -> Sequence[str]:
        """The tokens with numbers in one word cut into their parts: zwei, hundert, dreizehn."""
        if not self.between:
            return tokens
        text = " ".join(tokens)
        parts = [part.replace(" ", "") for part in self._parts.findall(text)]
        return parts if "".join(parts) == text.replace(" ", "") else tokens

    def _is_compound(self, word: object) -> bool:
        return isinstance(word, str) and len(self.parted([word])) > 1

    @cached_property
    def _parts(self) -> re.Pattern[str]:
        """The longest number at a place; a unit and its ten may be written apart."""
        units = _any_of(word for word, value in self.small.items() if 0 < value < 10)
        tens = _any_of(word for word, value in self.small.items() if 20 <= value < 100)
        others = _any_of({*self.small, *self.multiples, *self.joins})
        return re.compile(rf"{units} ?{self.between} ?{tens}|{others}")

    @cached_property
    def multiples(self) -> Mapping[str, int]:
        """What can follow digits, with what it multiplies them by: 3 hundred, 2 million."""
        return {**self.scales, self.hundred: 100} if self.hundred else self.scales


def _any_of(words: Iterable[str]) -> str:
    """A pattern of the words, the longest first."""
    return f"(?:{'|'.join(sorted(words, key=lambda word: (-len(word), word)))})"


@lru_cache(maxsize=256)
def number_words(language: str = "") -> tuple[NumberWords, ...]:
    """The number words of every language that has any: of a BCP 47 tag, of English, of the rest.

    A billion is another number in German: where the language is not known, English counts.
    """
    found = {tag: read_words(tag, "numbers", NumberWords) for tag in languages("numbers")}
    own = look_up(language, found)
    ordered = sorted(found, key=lambda tag: (tag != own, tag != SOURCE))
    return tuple(words for tag in ordered if (words := found[tag]) is not None)


@dataclass(slots=True)
class _Sum:
    """A number as it is read from left to right.

    `group` is below a thousand; `room` limits what may still be added to it (only less than that);
    `stack` holds (value, scale) from the largest scale down. Where `tens_last`, no unit follows a
    ten.
    """

    tens_last: bool

    group: int = 0
    room: int = 1000
    stack: list[tuple[int, int]] = field(default_factory=list)

    def add(self, value: int) -> bool:
        if value >= self.room or (value == 0 and (self.room < 1000 or self.stack)):
            return False
        self.group += value
        self.room = 1 if self.tens_last and value < 100 else _room_after(value)
        return True

    def times_hundred(self, *, bare: bool) -> bool:
        # Nineteen hundred is a number, twenty hundred and ten hundred are not.
        factor = self.group or int(bare)
        if not (factor < 100 and factor % 10):
            return False
        self.group = factor * 100
        self.room = 100
        return True

    def times(self, scale: int, *, bare: bool) -> bool:
        lower = 0
        while self.stack and self.stack[-1][1] < scale:
            lower += self.stack.pop()[0]
        if self.stack and self.stack[-1][1] == scale:
            return False
        factor = lower + self.group or int(bare)
        self.stack.append((factor * scale, scale))
        self.group, self.room = 0, 1000 if scale >= 1000 else 1
        return factor > 0

    @property
    def total(self) -> int:
        return sum(value for value, _ in self.stack) + self.group


def _room_after(value: int) -> int:
    """What may follow in the same group: tens and units after hundreds, units after tens."""
    if value >= 100:
        return 100
    return 10 if value >= 20 and value % 10 == 0 else 1


def whole_number(tokens: Sequence[str], words: NumberWords) -> int | None:
    """The whole number that all tokens spell together; None when they do not."""
    if len(tokens) == 1 and tokens[0] in words.alone:
        return words.alone[tokens[0]]
    result = _Sum(tens_last=bool(words.between))
    tokens = words.parted(tokens)
    for place, token in enumerate(tokens):
        if not _take(result, tokens, place, words):
            return None
        if place == len(tokens) - 1 and token in words.joins | words.ones:
            return None
    return result.total if tokens else None


def _take(result: _Sum, tokens: Sequence[str], place: int, words: NumberWords) -> bool:
    token = tokens[place]
    before = tokens[place - 1] if place else ""
    after = tokens[place + 1] if place + 1 < len(tokens) else ""
    if token in words.units:
        return result.add(words.units[token])
    if token == words.hundred:
        return result.times_hundred(bare=token in words.bare_scales)
    if token in words.scales:
        return result.times(words.scales[token], bare=token in words.bare_scales)
    if token in words.ones:
        return (after == words.hundred or after in words.scales) and result.add(1)
    return token in words.joins and _joins(before, after, words)


def _joins(before: str, after: str, words: NumberWords) -> bool:
    """Whether a joining word is in place: after a hundred or scale, or (y) between ten and unit."""
    if after not in words.units and after not in words.ones:
        return False
    if words.hundred:
        return before == words.hundred or before in words.scales
    return 20 <= words.small.get(before, 0) < 100 and words.small[after] < 10


def spelled_number(tokens: Sequence[str], words: NumberWords) -> Decimal | None:
    """The number that all tokens spell together, with a fraction (two point five) or without."""
    for place, token in enumerate(tokens):
        if token in words.points:
            whole = whole_number(tokens[:place], words)
            digits = [words.small.get(digit, 10) for digit in tokens[place + 1 :]]
            if whole is None or not digits or max(digits) > 9:
                return None
            return Decimal(f"{whole}." + "".join(map(str, digits)))
    found = whole_number(tokens, words)
    return None if found is None else Decimal(found)
