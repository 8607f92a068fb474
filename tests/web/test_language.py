"""Pages speak the browser's language, as far as there is a catalogue."""

from gettext import NullTranslations
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from flask import Flask, render_template_string

from app.web import language


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    catalogue = Catalog(locale="ar")
    catalogue.add("Home", "الرئيسية")
    compiled = tmp_path / "ar" / "LC_MESSAGES" / "messages.mo"
    compiled.parent.mkdir(parents=True)
    with compiled.open("wb") as target:
        write_mo(target, catalogue)
    return tmp_path


@pytest.fixture
def site(folder: Path) -> Flask:
    site = Flask("pages", static_folder=None)
    language.install(site)
    site.extensions[language.CATALOGUES] = language.load_catalogues(folder)
    return site


def page(site: Flask, template: str, accepted: str) -> str:
    with site.test_request_context("/", headers={"Accept-Language": accepted}):
        return render_template_string(template)


def test_a_page_speaks_the_browsers_language(site: Flask) -> None:
    template = "{{ language }} {{ direction }} {{ _('Home') }}"
    assert page(site, template, "ar-EG,ar;q=0.9,en;q=0.5") == "ar rtl الرئيسية"
    assert page(site, template, "en-GB") == "en ltr Home"


@pytest.mark.parametrize("accepted", ["", "tlh", "*;q=0", "\x00;;;,,q=9"])
def test_an_unknown_language_gets_english(site: Flask, accepted: str) -> None:
    assert page(site, "{{ language }}", accepted) == "en"


def test_values_are_put_in_after_translation_and_are_escaped(site: Flask) -> None:
    template = "{{ ngettext('%(num)s question', '%(num)s questions', 2) }} {{ _('%(a)s', a='<') }}"
    assert page(site, template, "en") == "2 questions &lt;"


def test_english_needs_no_catalogue(tmp_path: Path) -> None:
    assert {tag: type(texts) for tag, texts in language.load_catalogues(tmp_path).items()} == {
        "en": NullTranslations
    }


@pytest.mark.parametrize(
    ("tag", "direction"),
    [("en", "ltr"), ("ar", "rtl"), ("he-IL", "rtl"), ("fa", "rtl"), ("xx", "ltr"), ("?", "ltr")],
)
def test_a_language_has_a_direction(tag: str, direction: str) -> None:
    assert language.direction_of(tag) == direction
