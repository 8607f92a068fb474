"""Numbers, days and lists as the readers of a language write them."""

from collections.abc import Sequence
from datetime import date

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal
from flask import Flask

from app.web.language import ENGLISH, current_locale, locale_of


def number_in(locale: Locale, number: float, places: int = 1) -> str:
    """A number with at most so many places after the comma: `7,5`, `8`, `1.200`."""
    return format_decimal(number, f"#,##0.{'#' * places}", locale=locale)


def day_in(locale: Locale, day: str) -> str:
    """A day (`2017-02-04`) in words: `4 de febrero de 2017`."""
    return format_date(date.fromisoformat(day), "long", locale=locale)


def list_in(locale: Locale, texts: Sequence[str]) -> str:
    """Several texts as one: `a, b y c`."""
    return format_list(texts, locale=locale)


def figure(number: float, places: int = 1) -> str:
    """A number as the reader of this request writes it."""
    return number_in(current_locale(), number, places)


def day(text: str) -> str:
    """A day as the reader of this request writes it."""
    return day_in(current_locale(), text)


def listed(texts: Sequence[str], language: str) -> str:
    """Several texts of one language as its readers list them."""
    return list_in(locale_of(language) or ENGLISH, texts)


def install(app: Flask) -> None:
    """Give the templates their filters."""
    app.jinja_env.filters.update({"figure": figure, "day": day, "listed": listed})
