"""The language of the pages: catalogues loaded once, and one chosen per request by the browser."""

from functools import lru_cache
from gettext import NullTranslations
from pathlib import Path
from typing import Final

from babel import Locale, UnknownLocaleError
from babel.support import Translations
from flask import Flask, current_app, g, request
from markupsafe import Markup
from werkzeug.local import LocalProxy

SOURCE: Final = "en"
"""The language that the pages are written in."""

FOLDER: Final = Path(__file__).parent / "translations"
CATALOGUES: Final = "byline.catalogues"


def load_catalogues(folder: Path = FOLDER) -> dict[str, NullTranslations]:
    """Read every compiled catalogue: language tag (`pt-BR`) -> texts; English needs none."""
    catalogues: dict[str, NullTranslations] = {SOURCE: NullTranslations()}
    for compiled in sorted(folder.glob("*/LC_MESSAGES/messages.mo")):
        name = compiled.parts[-3]
        catalogues[name.replace("_", "-")] = Translations.load(str(folder), [name])
    return catalogues


def current_language() -> str:
    """The tag of the language that this request is answered in."""
    if "language" not in g:
        offered = current_app.extensions[CATALOGUES]
        g.language = request.accept_languages.best_match(offered, SOURCE)
    language: str = g.language
    return language


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
    """The text for a count, which `num` stands for in it."""
    return Markup(ngettext(one, many, num)) % ({"num": num} | values)  # noqa: S704 - as above


def marked(text: str) -> str:
    """Mark a text for the catalogues; it is translated when it is shown."""
    return text


@lru_cache(maxsize=256)
def direction_of(language: str) -> str:
    """`rtl` or `ltr`, for a BCP 47 tag; what is unknown runs from left to right."""
    try:
        return Locale.parse(language, sep="-").text_direction
    except (ValueError, UnknownLocaleError):
        return "ltr"


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
