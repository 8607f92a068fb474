"""One template environment for each language, so that a page asks nothing about its language.

A page asks for its language some two hundred times and for a hundred texts. In the environment of
a language these are constants and look-ups; the code of a template is compiled once for all of
them.
"""

from collections.abc import Callable
from gettext import NullTranslations
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, cast

from flask import Flask, current_app
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from markupsafe import Markup

from app.language.figures import direction_of
from app.library.remembered import Remembered
from app.web.site.reader_language import (
    CATALOGUES,
    current_language,
    current_locale,
    ngettext_in_page,
)

if TYPE_CHECKING:
    from types import CodeType

ENVIRONMENTS: Final = "byline.environments"

PARTS: Final = 1024
"""Rendered parts that stay in memory for each language: articles of some 10 kB, evidence of 1."""


class CompiledOnce(BytecodeCache):
    """The code of templates in memory, shared by the environments of all languages."""

    def __init__(self) -> None:
        self._codes: dict[str, tuple[str, CodeType | None]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template its code, unless its source has changed."""
        checksum, code = self._codes.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        self._codes[bucket.key] = bucket.checksum, bucket.code


class Environments:
    """The environments by language, each made when it is needed first."""

    def __init__(self, app: Flask) -> None:
        self._app = app
        self._made: dict[str, tuple[NullTranslations, Environment]] = {}
        self._lock = Lock()

    def of(self, language: str) -> Environment:
        """The environment of a language that there is a catalogue for."""
        catalogue = self._app.extensions[CATALOGUES][language]
        with self._lock:
            known = self._made.get(language)
            if known is None or known[0] is not catalogue:
                made = environment_of(self._app.jinja_env, language, catalogue)
                self._made[language] = known = catalogue, made
        return known[1]


def environment_of(base: Environment, language: str, catalogue: NullTranslations) -> Environment:
    """An environment like another one, for one language."""
    made = base.overlay()
    texts = texts_of(catalogue)
    made.globals = {
        **base.globals,
        "language": language,
        "direction": direction_of(language),
        "_": texts,
        "gettext": texts,
        "ngettext": ngettext_in_page,
        "once": rendered_once(),
    }
    return made


def texts_of(catalogue: NullTranslations) -> Callable[..., Markup]:
    """The function by which templates get the texts of a catalogue.

    `%` always is a format: values are escaped, the text is not.
    """
    known: dict[str, Markup] = {}

    def gettext_in_page(text: str, /, **values: object) -> Markup:
        found = known.get(text)
        if found is None:
            # Catalogues are part of the program, and so are the texts that its templates ask for.
            found = known[text] = Markup(catalogue.gettext(text))  # noqa: S704
        return found % values if values or "%" in text else found

    return gettext_in_page


def rendered_once() -> Callable[..., Markup]:
    """The function by which templates have a part rendered once for a version of a bank.

    `once(version, part, macro, ...)` returns what the macro made of the further arguments when it
    was asked first; they have to follow from the version and the name of the part.
    """
    known: Remembered[tuple[str, str, str], Markup] = Remembered(PARTS)

    def once(version: str, part: str, macro: Callable[..., Markup], *given: Any) -> Markup:
        # Days are written by the reader's region, which is more than the language.
        key = version, part, str(current_locale())
        found = known.get(key)
        if found is None:
            found = macro(*given)
            known.put(key, found)
        return found

    return once


def the_environment() -> Environment:
    """The environment of this request's language."""
    environments: Environments = current_app.extensions[ENVIRONMENTS]
    return environments.of(current_language())


def render_template(name: str, /, **context: Any) -> str:
    """A page in this request's language; templates know nothing of the request itself."""
    return the_environment().get_template(name).render(context)


def compile_templates(app: Flask) -> None:
    """Compile every template for every language, before the workers are forked."""
    environments = cast(Environments, app.extensions[ENVIRONMENTS])
    for language in app.extensions[CATALOGUES]:
        environment = environments.of(language)
        for name in environment.list_templates():
            environment.get_template(name)


def install(app: Flask) -> None:
    """Give the application its environments."""
    app.jinja_env.bytecode_cache = CompiledOnce()
    app.extensions[ENVIRONMENTS] = Environments(app)
