"""Reading a number that a student typed: digits with any separators, or words, and a unit."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from typing import Final
from unicodedata import decimal

from babel.numbers import get_decimal_symbol

from app.domain.typed import plain
from app.language.figures import locale_of
from app.language.number_words import number_words, spelled_number


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number and the words around it, which are its unit or nothing.

    `other` is what the digits mean where point and comma have the other use; None when there is
    only one way to read them.
    """

    value: Decimal
    other: Decimal | None = None
    unit: str = ""


_MINUS: Final = "−–‒﹣－"
_APOSTROPHES: Final = "’‘ʼ"
_FOLDS: Final = str.maketrans(dict.fromkeys(_MINUS, "-") | dict.fromkeys(_APOSTROPHES, "'"))

_DIGITS: Final = re.compile(
    r"(?P<before>[^\w\s.,'+-]?)\s?"
    r"(?P<number>[+-]?\d+(?:[ '.,]\d+)*|[+-]?[.,]\d+)"
    r"(?P<after>.*)"
)
_SPACED: Final = re.compile(r"[+-]?\d{1,3}(?:(?P<gap>[ '])\d{3})(?:(?P=gap)\d{3})*(?:[.,]\d+)?")
_GROUPED: Final = re.compile(r"[+-]?[1-9]\d{0,2}(?:(?P<gap>[.,])\d{3})(?:(?P=gap)\d{3})*")
_AROUND: Final = ' !;:?()[]"“”„»«'
LONGEST_WORDS: Final = 24
"""As many words are tried as one number."""


def read_numeral(text: str, language: str = "") -> Numeral | None:
    """The number that a text is, with the words beside it; None when it is none, or several.

    `language` (BCP 47) decides what one point or comma before three digits means, and which
    number words come first; those of every language that has any are known.
    """
    folded = plain(text.translate(_FOLDS)).strip(_AROUND).rstrip(_AROUND + ".,")
    folded = "".join(str(decimal(sign)) if sign.isdecimal() else sign for sign in folded)
    found = _DIGITS.fullmatch(folded)
    return _from_digits(found, language) if found else _from_words(folded, language)


@cache
def roughly() -> re.Pattern[str]:
    """The words before a number that say it is near, of every language."""
    phrases = sorted({phrase for words in number_words() for phrase in words.roughly})
    return re.compile(rf"(?:{'|'.join(map(re.escape, phrases))})\b\.? ")


def without_roughly(text: str) -> str:
    """The text without a word before the number that says it is near (about, unos).

    Words that say on which side the number lies (almost, over, casi) stay.
    """
    folded = plain(text)
    found = roughly().match(folded)
    return folded[found.end() :] if found else text


def _from_digits(found: re.Match[str], language: str) -> Numeral | None:
    readings = list(_readings(found["number"], decimal_sign(language)))
    after = _tokens(found["after"])
    if not readings or any(sign.isdigit() for sign in found["after"]):
        return None
    factor, rest = _factor(after, language)
    value, *others = [reading * factor for reading in readings]
    beside = [found["before"], *rest] if found["before"] else rest
    return _numeral(value, others[0] if others else None, beside)


def _numeral(value: Decimal, other: Decimal | None, beside: list[str]) -> Numeral | None:
    """A number with the words beside it, unless one of those is a number too."""
    if any(word in words for word in beside for words in number_words()):
        return None
    of = {words.of for words in number_words()}
    unit = beside[1:] if beside and beside[0] in of else beside
    return Numeral(value, other, " ".join(unit))


def _tokens(text: str) -> list[str]:
    """Words and signs (%, €); points, commas and hyphens only part them."""
    return re.findall(r"\w+|[^\w\s.,-]", text)


def _readings(number: str, sign: str) -> Iterator[Decimal]:
    """What a number in digits can mean, the likelier meaning first."""
    if _SPACED.fullmatch(number):
        yield Decimal(number.replace(" ", "").replace("'", "").replace(",", "."))
        return
    if " " in number or "'" in number:
        return
    points = {mark for mark in number if mark in ".,"}
    if len(points) == 2:
        yield from _both(number)
        return
    grouped = _GROUPED.fullmatch(number)
    if sum(number.count(mark) for mark in points) <= 1:
        as_fraction = Decimal(number.replace(",", "."))
        as_groups = Decimal(re.sub(r"[.,]", "", number))
        if not grouped:
            yield as_fraction
        elif grouped["gap"] == sign:
            yield from (as_fraction, as_groups)
        else:
            yield from (as_groups, as_fraction)
    elif grouped:
        yield Decimal(re.sub(r"[.,]", "", number))


def _both(number: str) -> Iterator[Decimal]:
    """Point and comma in one number: the last is the decimal sign, the other parts groups."""
    last = max(number.rfind("."), number.rfind(","))
    whole, fraction = number[:last], number[last + 1 :]
    if _GROUPED.fullmatch(whole):
        yield Decimal(re.sub(r"[.,]", "", whole) + "." + fraction)


def _factor(after: list[str], language: str) -> tuple[int, list[str]]:
    """What the word behind digits multiplies them by (3 million), and what is left behind it."""
    for words in number_words(language):
        if after and after[0] in words.multiples:
            return words.multiples[after[0]], after[1:]
    return 1, after


def _from_words(folded: str, language: str) -> Numeral | None:
    """The longest beginning that is a number."""
    tokens = _tokens(folded)
    negative = tokens[:1] in [[words.minus] for words in number_words()]
    tokens = tokens[negative:]
    # Most texts are no numbers, which their first word shows.
    for words in number_words(language) if tokens else ():
        longest = min(len(tokens), LONGEST_WORDS) if words.may_begin(tokens[0]) else 0
        for end in range(longest, 0, -1):
            value = spelled_number(tokens[:end], words)
            if value is not None:
                return _numeral(-value if negative else value, None, tokens[end:])
    return None


@lru_cache(maxsize=64)
def decimal_sign(language: str) -> str:
    """The sign before a fraction in a language (BCP 47); a point where that is not known."""
    locale = locale_of(language)
    return get_decimal_symbol(locale) if locale else "."
