"""Numbers, days and lists as the readers of a language write them."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Final

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

ENGLISH: Final = Locale("en")


@lru_cache(maxsize=256)
def locale_of(language: str) -> Locale | None:
    """What Babel knows of a language, by its BCP 47 tag; None when it knows nothing."""
    try:
        return Locale.parse(language, sep="-")
    except (ValueError, UnknownLocaleError):
        return None


def direction_of(language: str) -> str:
    """`rtl` or `ltr`, for a BCP 47 tag; what is unknown runs from left to right."""
    locale = locale_of(language)
    return locale.text_direction if locale else "ltr"


def number_in(locale: Locale, number: float, places: int = 1) -> str:
    """A number with at most so many places after the comma: `7,5`, `8`, `1.200`."""
    return format_decimal(number, f"#,##0.{'#' * places}", locale=locale)


def day_in(locale: Locale, day: str) -> str:
    """A day (`2017-02-04`) in words: `4 de febrero de 2017`."""
    return format_date(date.fromisoformat(day), "long", locale=locale)


def list_in(locale: Locale, texts: Sequence[str]) -> str:
    """Several texts as one: `a, b y c`."""
    return format_list(texts, locale=locale)
