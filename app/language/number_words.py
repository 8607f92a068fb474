"""Numbers written in words, in English and in Spanish.

Small tables and a strict grammar instead of a package: the maintained one (text2num) is a compiled
extension, and it refuses what students write most: “a hundred”, “veintiún”, accents left out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class Words:
    """The number words of a language, without accents and in lower case.

    `hundred` multiplies the units before it; `scales` multiply all that is smaller; `joins` may
    stand between two parts; `ones` mean one before a hundred or a scale; `points` open a fraction.
    """

    small: Mapping[str, int]
    scales: Mapping[str, int]
    hundred: str = ""
    joins: frozenset[str] = frozenset()
    ones: frozenset[str] = frozenset()
    points: frozenset[str] = frozenset()
    alone: Mapping[str, int] = field(default_factory=dict)
    """Words that are a number only if nothing else is there."""

    def __contains__(self, word: object) -> bool:
        return word in self.small or word in self.multiples

    @property
    def multiples(self) -> Mapping[str, int]:
        """What can stand behind digits, with what it multiplies them by: 3 hundred, 2 million."""
        return {**self.scales, self.hundred: 100} if self.hundred else self.scales


def _numbered(words: str, first: int = 0, step: int = 1) -> dict[str, int]:
    """Words in their order, each with its number; words for the same one are joined by `/`."""
    return {
        word: first + place * step
        for place, group in enumerate(words.split())
        for word in group.split("/")
    }


_ENGLISH: Final = Words(
    small=_numbered(
        "zero/nought one two three four five six seven eight nine ten eleven twelve thirteen "
        "fourteen fifteen sixteen seventeen eighteen nineteen"
    )
    | _numbered("twenty thirty forty/fourty fifty sixty seventy eighty ninety", 20, 10),
    scales={
        "dozen": 12,
        "thousand": 1000,
        "million": 10**6,
        "millions": 10**6,
        "billion": 10**9,
    },
    hundred="hundred",
    joins=frozenset({"and"}),
    ones=frozenset({"a", "an"}),
    points=frozenset({"point"}),
    alone={"none": 0, "nobody": 0, "nil": 0, "once": 1, "twice": 2, "thrice": 3},
)

_SPANISH: Final = Words(
    small=_numbered(
        "cero uno/un/una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce "
        "quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno/veintiun/veintiuna "
        "veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho "
        "veintinueve"
    )
    | _numbered("treinta cuarenta cincuenta sesenta setenta ochenta noventa", 30, 10)
    | _numbered(
        "cien/ciento doscientos/doscientas trescientos/trescientas cuatrocientos/cuatrocientas "
        "quinientos/quinientas seiscientos/seiscientas setecientos/setecientas "
        "ochocientos/ochocientas novecientos/novecientas",
        100,
        100,
    ),
    scales={
        "docena": 12,
        "docenas": 12,
        "mil": 1000,
        "millon": 10**6,
        "millones": 10**6,
        "billon": 10**12,
        "billones": 10**12,
    },
    joins=frozenset({"y"}),
    points=frozenset({"coma", "punto"}),
    alone={"ninguno": 0, "ninguna": 0, "nadie": 0},
)

NUMBER_WORDS: Final[Mapping[str, Words]] = MappingProxyType({"en": _ENGLISH, "es": _SPANISH})
"""The number words by language."""

BARE_SCALES: Final = frozenset({"mil", "thousand", "docena", "dozen"})
"""Multiples that need nothing before them."""


@dataclass(slots=True)
class _Sum:
    """A number as it is read from left to right.

    `group` is below a thousand; `room` says what may still be added to it (only less than that);
    `stack` holds (value, scale) from the largest scale down.
    """

    group: int = 0
    room: int = 1000
    stack: list[tuple[int, int]] = field(default_factory=list)

    def add(self, value: int) -> bool:
        if value >= self.room or (value == 0 and (self.room < 1000 or self.stack)):
            return False
        self.group += value
        self.room = _room_after(value)
        return True

    def times_hundred(self) -> bool:
        # Nineteen hundred is a number, twenty hundred and ten hundred are not.
        if not (0 < self.group < 100 and self.group % 10):
            return False
        self.group *= 100
        self.room = 100
        return True

    def times(self, scale: int, word: str) -> bool:
        lower = 0
        while self.stack and self.stack[-1][1] < scale:
            lower += self.stack.pop()[0]
        if self.stack and self.stack[-1][1] == scale:
            return False
        factor = lower + self.group or (1 if word in BARE_SCALES else 0)
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


def whole_number(tokens: Sequence[str], words: Words) -> int | None:
    """The whole number that all tokens spell together; None when they do not."""
    if len(tokens) == 1 and tokens[0] in words.alone:
        return words.alone[tokens[0]]
    result = _Sum()
    for place, token in enumerate(tokens):
        if not _take(result, tokens, place, words):
            return None
        if place == len(tokens) - 1 and token in words.joins | words.ones:
            return None
    return result.total if tokens else None


def _take(result: _Sum, tokens: Sequence[str], place: int, words: Words) -> bool:
    token = tokens[place]
    before = tokens[place - 1] if place else ""
    after = tokens[place + 1] if place + 1 < len(tokens) else ""
    if token in words.small:
        return result.add(words.small[token])
    if token == words.hundred:
        return result.times_hundred()
    if token in words.scales:
        return result.times(words.scales[token], token)
    if token in words.ones:
        return (after == words.hundred or after in words.scales) and result.add(1)
    return token in words.joins and _joins(before, after, words)


def _joins(before: str, after: str, words: Words) -> bool:
    """Whether a joining word is at home: after a hundred or scale, or (y) between ten and unit."""
    if after not in words.small and after not in words.ones:
        return False
    if words.hundred:
        return before == words.hundred or before in words.scales
    return 20 <= words.small.get(before, 0) < 100 and words.small[after] < 10


def spelled_number(tokens: Sequence[str], words: Words) -> Decimal | None:
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
