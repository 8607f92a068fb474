"""Pages speak the browser's language, as far as there is a catalogue."""

from pathlib import Path

import pytest
from flask import Flask, render_template_string

from app.language.catalogues import load_catalogues
from app.language.figures import direction_of
from app.web.site import reader_language
from tests.web.cast import Browser


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    catalogue = tmp_path / "ar" / "LC_MESSAGES" / "messages.po"
    catalogue.parent.mkdir(parents=True)
    catalogue.write_text('msgid "Home"\nmsgstr "الرئيسية"\n', encoding="utf-8")
    return tmp_path


@pytest.fixture
def pages(folder: Path) -> Flask:
    pages = Flask("pages", static_folder=None)
    reader_language.install(pages)
    pages.extensions[reader_language.CATALOGUES] = load_catalogues(folder)
    return pages


def page(pages: Flask, template: str, accepted: str) -> str:
    with pages.test_request_context("/", headers={"Accept-Language": accepted}):
        return render_template_string(template)


def test_a_page_speaks_the_browsers_language(pages: Flask) -> None:
    template = "{{ language }} {{ direction }} {{ _('Home') }}"
    assert page(pages, template, "ar-EG,ar;q=0.9,en;q=0.5") == "ar rtl الرئيسية"
    assert page(pages, template, "en-GB") == "en ltr Home"


@pytest.mark.parametrize("accepted", ["", "tlh", "*;q=0", "\x00;;;,,q=9"])
def test_an_unknown_language_gets_english(pages: Flask, accepted: str) -> None:
    assert page(pages, "{{ language }}", accepted) == "en"


def test_values_are_put_in_after_translation_and_are_escaped(pages: Flask) -> None:
    template = "{{ ngettext('%(num)s question', '%(num)s questions', 2) }} {{ _('%(a)s', a='<') }}"
    assert page(pages, template, "en") == "2 questions &lt;"


@pytest.mark.parametrize(
    ("accepted", "chosen"),
    [
        ("es", "es"),
        ("es-MX", "es"),
        ("ES-419", "es"),
        ("es-MX,en;q=0.5", "es"),
        ("en;q=0.5,es-MX", "es"),
        ("en-GB,es;q=0.9", "en"),
        ("fr-CA,fr;q=0.9,en;q=0.8,es;q=0.7", "en"),
        ("fr,es;q=0.4,en;q=0.3", "es"),
        ("fr", "en"),
        ("es;q=0", "en"),
        ("es;q=0,pt", "pt-BR"),
        ("pt-PT", "pt-BR"),
        ("zh-Hant-TW,*;q=0.1", "zh-Hant"),
        ("*", "en"),
        ("espa", "en"),
    ],
)
def test_the_browsers_wishes_are_met_in_their_order(accepted: str, chosen: str) -> None:
    offered = ("en", "es", "pt-BR", "zh-Hant")
    assert reader_language.choose_language(accepted, offered).language == chosen


def test_a_page_says_its_language_and_the_bank_keeps_its_own(owner: Browser) -> None:
    reply = owner.get("/", headers={"Accept-Language": "es-MX"})
    assert '<html lang="es" dir="ltr">' in reply.text
    assert "Artículos para practicar" in reply.text
    assert '<div lang="en" dir="ltr">' in reply.text
    assert "Accept-Language" in reply.headers["Vary"]


@pytest.mark.parametrize(
    ("tag", "direction"),
    [("en", "ltr"), ("ar", "rtl"), ("he-IL", "rtl"), ("fa", "rtl"), ("xx", "ltr"), ("?", "ltr")],
)
def test_a_language_has_a_direction(tag: str, direction: str) -> None:
    assert direction_of(tag) == direction
