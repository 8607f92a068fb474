"""One environment for each language: its constants, its texts, and what is rendered once."""

from gettext import NullTranslations

import pytest
from flask import Flask
from jinja2 import DictLoader
from markupsafe import Markup

from app.web.application import make_site
from app.web.site.environments import (
    ENVIRONMENTS,
    PARTS,
    compile_templates,
    render_template,
    rendered_once,
    texts_of,
)
from app.web.site.reader_language import CATALOGUES

SPANISH = {"Accept-Language": "es"}
PAGE = '{{ language }} {{ direction }} {{ _("Saved") }} {{ icons["right"] }}'


class Loud(NullTranslations):
    """A catalogue that counts what it is asked."""

    asked = 0

    def gettext(self, message: str) -> str:
        """The text, louder."""
        self.asked += 1
        return f"{message}!"


@pytest.fixture
def application() -> Flask:
    made = make_site()
    made.jinja_env.loader = DictLoader({"page.html": PAGE})
    return made


def shown(application: Flask, language: str) -> str:
    with application.test_request_context("/", headers={"Accept-Language": language}):
        return render_template("page.html")


def test_a_language_is_a_constant_of_its_environment(application: Flask) -> None:
    assert shown(application, "en").startswith("en ltr Saved <svg")
    assert shown(application, "es").startswith("es ltr Guardad")
    assert shown(application, "en").startswith("en ltr Saved <svg")


def test_a_template_is_compiled_once_for_all_languages(
    application: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled: list[str] = []
    compile_one = application.jinja_env._compile

    def count(_: object, source: str, filename: str) -> object:
        compiled.append(filename)
        return compile_one(source, filename)

    monkeypatch.setattr("jinja2.environment.Environment._compile", count)
    compile_templates(application)
    for language in ("en", "es"):
        shown(application, language)
    assert len(compiled) == 1


def test_another_catalogue_makes_another_environment(application: Flask) -> None:
    shown(application, "es")
    application.extensions[CATALOGUES]["es"] = Loud()
    assert "Saved!" in shown(application, "es")
    environments = application.extensions[ENVIRONMENTS]
    assert environments.of("es") is environments.of("es")


def test_a_text_is_looked_up_once_and_its_values_are_escaped() -> None:
    catalogue = Loud()
    texts = texts_of(catalogue)
    assert [texts("a"), texts("a")] == ["a!", "a!"]
    assert catalogue.asked == 1
    assert texts("%(x)s and 50%%", x="<b>") == "&lt;b&gt; and 50%!"
    assert texts("50%%") == "50%!"


def test_a_part_is_rendered_once_for_its_version_and_region(application: Flask) -> None:
    once, made = rendered_once(), []

    def part(text: str) -> Markup:
        made.append(text)
        return Markup("{}").format(text)

    def asked(version: str, name: str, language: str = "es") -> Markup:
        with application.test_request_context("/", headers={"Accept-Language": language}):
            return once(version, name, part, f"{version} {name} {language}")

    assert asked("1", "text") == asked("1", "text") == "1 text es"
    assert asked("1", "voices") == "1 voices es"
    assert asked("2", "text") == "2 text es"
    assert asked("1", "text", "es-MX") == "1 text es-MX"
    assert len(made) == 4


def test_what_is_rendered_once_has_a_bound(application: Flask) -> None:
    once, made = rendered_once(), []

    def part(number: int) -> Markup:
        made.append(number)
        return Markup()

    with application.test_request_context("/"):
        for number in (*range(PARTS + 1), *range(1, PARTS + 1), 0):
            once(str(number), "text", part, number)
    assert made == [*range(PARTS + 1), 0]
