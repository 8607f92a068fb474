"""The language of the pages: one chosen per request, as the browser asks."""

from functools import lru_cache
from gettext import NullTranslations
from typing import Final, NamedTuple

from babel import Locale
from flask import Flask, current_app, g, request
from markupsafe import Markup
from werkzeug.datastructures import LanguageAccept
from werkzeug.http import parse_accept_header
from werkzeug.local import LocalProxy

from app.language.catalogues import load_catalogues
from app.language.figures import ENGLISH, direction_of, locale_of, number_in
from app.language.tags import SOURCE, look_up, same_language
from app.language.translatable import marked as marked

CATALOGUES: Final = "byline.catalogues"

THOUSAND: Final = 1000
"""Below, a whole number is its digits in every language."""


class Choice(NamedTuple):
    """The language that a request is answered in, and how its reader writes numbers and days."""

    language: str
    locale: Locale


def current_choice() -> Choice:
    """What is chosen for this request."""
    try:
        choice: Choice = g.language
    except AttributeError:
        offered = tuple(current_app.extensions[CATALOGUES])
        accepted = request.headers.get("Accept-Language", "")
        choice = g.language = choose_language(accepted, offered)
    return choice


def current_language() -> str:
    """The tag of the language that this request is answered in."""
    return current_choice().language


def current_locale() -> Locale:
    """How the reader writes numbers and days: 7.5 for `es-MX`, 7,5 for `es`."""
    return current_choice().locale


@lru_cache(maxsize=256)
def choose_language(accepted: str, offered: tuple[str, ...]) -> Choice:
    """The best of the offered languages for an Accept-Language header, English if none is wanted.

    The lookup of RFC 4647, section 3.4: a reader who prefers `es-MX` to `en` gets `es`.
    """
    for wanted, quality in parse_accept_header(accepted, LanguageAccept):
        found = _offered(wanted, offered) if quality > 0 else None
        if found is not None:
            return Choice(found, locale_of(wanted) or locale_of(found) or ENGLISH)
    return Choice(SOURCE, ENGLISH)


def _offered(wanted: str, offered: tuple[str, ...]) -> str | None:
    """The offered language for one range: itself, the nearest wider one, or a variety of it."""
    if wanted == "*":
        return SOURCE
    variety = (tag for tag in offered if same_language(tag, wanted))
    return look_up(wanted, offered) or next(variety, None)


def current_catalogue() -> NullTranslations:
    """The texts of this request's language."""
    try:
        catalogue: NullTranslations = g.catalogue
    except AttributeError:
        catalogue = g.catalogue = current_app.extensions[CATALOGUES][current_language()]
    return catalogue


def gettext(text: str) -> str:
    """The text in this request's language."""
    return current_catalogue().gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """The text for a count, in this request's language."""
    return current_catalogue().ngettext(one, many, count)


def pgettext(context: str, text: str) -> str:
    """The text in this request's language, where English has one word for two things."""
    return current_catalogue().pgettext(context, text)


def npgettext(context: str, one: str, many: str, count: int) -> str:
    """The text for a count, where English has one word for two things."""
    return current_catalogue().npgettext(context, one, many, count)


def gettext_in_page(text: str, /, **values: object) -> Markup:
    """The text for a template, where `%` always is a format: values are escaped, the text is not.

    In place of Jinja's own, which costs twice as much, and a page has a hundred texts.
    """
    return Markup(gettext(text)) % values  # noqa: S704 - catalogues are part of the program


def ngettext_in_page(one: str, many: str, num: int, /, **values: object) -> Markup:
    """The text for a count, which the text calls `num`."""
    shown = number_in(current_locale(), num) if num >= THOUSAND else num
    return Markup(ngettext(one, many, num)) % ({"num": shown} | values)  # noqa: S704 - as above


def current_direction() -> str:
    """`rtl` or `ltr`, as the language of this request runs."""
    return direction_of(current_language())


def install(app: Flask) -> None:
    """Give the templates their texts, in the language of each request."""
    app.extensions[CATALOGUES] = load_catalogues()
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]  # the extension adds it
        gettext, ngettext, newstyle=True, pgettext=pgettext, npgettext=npgettext
    )
    app.jinja_env.globals.update(
        {"_": gettext_in_page, "gettext": gettext_in_page, "ngettext": ngettext_in_page}
    )
    # Globals, not context: macros that are imported without context, and so only once, see them.
    app.jinja_env.globals.update(
        language=LocalProxy(current_language), direction=LocalProxy(current_direction)
    )
