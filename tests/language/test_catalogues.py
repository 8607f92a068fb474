"""Catalogues are read as their translators wrote them."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from gettext import NullTranslations
from pathlib import Path

import pytest
import time_machine
from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po

from app.language.catalogues import FOLDER, PLACE, load_catalogues
from tests.web.extracting import bring_up_to_date, extracted, gather

LANGUAGES = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())
MARKS = re.compile(r"%\(\w+\)[a-z]|\{\w+\}|<[^>]+>|^\s|\s$")
"""What a translation must have as the source has it: places for values, markup, spaces around."""

HALF_DONE = """
msgid "Start"
msgstr "Começar"

#, fuzzy
msgid "Save"
msgstr "Salvo?"

msgid "Next"
msgstr ""
"""


def test_what_is_doubtful_or_missing_stays_english(tmp_path: Path) -> None:
    file = tmp_path / "pt_BR" / "LC_MESSAGES" / "messages.po"
    file.parent.mkdir(parents=True)
    file.write_text(HALF_DONE, encoding="utf-8")
    texts = load_catalogues(tmp_path)["pt-BR"]
    assert [texts.gettext(text) for text in ("Start", "Save", "Next")] == [
        "Começar", "Save", "Next",
    ]  # fmt: skip


def test_english_needs_no_catalogue(tmp_path: Path) -> None:
    assert {tag: type(texts) for tag, texts in load_catalogues(tmp_path).items()} == {
        "en": NullTranslations
    }


def catalogue_of(language: str) -> Catalog:
    with (FOLDER / language / PLACE).open("rb") as source:
        return read_po(source)


def messages(catalogue: Catalog) -> Iterator[Message]:
    """Yield every message but the header."""
    return (message for message in catalogue if message.id)


def forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    """The forms of a text: one, or one for each plural."""
    return (text,) if isinstance(text, str) else tuple(text or ())


def marks(text: str) -> list[str]:
    return sorted(MARKS.findall(text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated_and_none_is_doubtful(language: str) -> None:
    catalogue = catalogue_of(language)
    poor = [
        message.id
        for message in messages(catalogue)
        if message.fuzzy or not message.string or not all(forms(message.string))
    ]
    assert poor == []
    assert dict(catalogue.obsolete) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_places_for_values_and_markup_are_kept(language: str) -> None:
    changed = [
        (message.id, form)
        for message in messages(catalogue_of(language))
        for form in forms(message.string)
        if marks(form) not in [marks(source) for source in forms(message.id)]
    ]
    assert changed == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plural_of_the_language_is_there(language: str) -> None:
    catalogue = catalogue_of(language)
    plurals = get_plural(Locale.parse(language))
    assert (catalogue.num_plurals, catalogue.plural_expr) == (
        plurals.num_plurals,
        plurals.plural_expr,
    )
    counted = [message for message in messages(catalogue) if message.pluralizable]
    assert counted
    for message in counted:
        assert len(forms(message.string)) == catalogue.num_plurals, message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_is_current(language: str) -> None:
    """If this fails, run `make translations` and translate what is new."""
    kept = {message.id for message in messages(catalogue_of(language))}
    fresh = {message.id for message in messages(extracted())}
    assert (kept - fresh, fresh - kept) == (set(), set())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_texts_always_make_the_same_file(language: str, tmp_path: Path) -> None:
    file = tmp_path / language / PLACE
    file.parent.mkdir(parents=True)
    file.write_bytes((FOLDER / language / PLACE).read_bytes())
    written = set()
    for day in (1, 2):
        with time_machine.travel(datetime(2030, 1, day, tzinfo=UTC)):
            gather(tmp_path)
            bring_up_to_date(tmp_path)
        written.add(file.read_bytes())
    assert len(written) == 1


def test_spanish_is_written_as_spanish() -> None:
    for message in messages(catalogue_of("es")):
        for form in forms(message.string):
            assert not re.search('[“”"]', form), form
            assert form.count("?") == form.count("¿"), form
            assert form.count("!") == form.count("¡"), form
            assert not re.search(r"\b(usted|ustedes|vosotros|su respuesta)\b", form.lower()), form
            assert form.endswith(".") == forms(message.id)[-1].endswith("."), form


def test_spanish_is_there() -> None:
    assert list(load_catalogues()) == ["en", "es"]
