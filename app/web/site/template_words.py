"""What templates share: words for names, numbers, days and lists for the reader, and shapes."""

from collections.abc import Sequence
from typing import Final

from flask import Flask
from markupsafe import Markup

from app.kinds import KINDS
from app.language.figures import ENGLISH, day_in, list_in, locale_of, number_in
from app.language.labels import TABLES
from app.web.site.reader_language import current_locale, gettext


def word(table: str, name: str) -> str:
    """The words for a name, in this request's language; a name without words is shown as it is.

    A sub-skill may be given with its skill (`sourcing/attribution`).
    """
    return gettext(TABLES[table].get(name.rpartition("/")[2], name))


def marking_rule(kind: str, name: str) -> str:
    """A rule by which a kind of question is marked, in a sentence."""
    return gettext(KINDS[kind].RULES[name])


def figure(number: float, places: int = 1) -> str:
    """A number as the reader of this request writes it."""
    return number_in(current_locale(), number, places)


def day(text: str) -> str:
    """A day as the reader of this request writes it."""
    return day_in(current_locale(), text)


def listed(texts: Sequence[str], language: str) -> str:
    """Several texts of one language as its readers list them."""
    return list_in(locale_of(language) or ENGLISH, texts)


def icon(name: str) -> Markup:
    """A shape of `words.html` that goes with words."""
    return Markup(  # noqa: S704 - the names are those of `ICONS`
        '<svg class="icon" aria-hidden="true" focusable="false">'
        f'<use href="#icon-{name}"></use></svg>'
    )


ICONS: Final = {
    name: icon(name)
    for name in (
        "open",
        "started",
        "answered",
        "flagged",
        "right",
        "wrong",
        "partly",
        "blank",
        "grip",
        "missed",
    )
}


def install(app: Flask) -> None:
    """Give the templates their words, shapes and filters."""
    app.jinja_env.globals.update({"word": word, "marking_rule": marking_rule, "icons": ICONS})
    app.jinja_env.filters.update({"figure": figure, "day": day, "listed": listed})
