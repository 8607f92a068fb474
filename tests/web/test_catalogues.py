"""Catalogues are read as their translators wrote them."""

from gettext import NullTranslations
from pathlib import Path

from app.web.catalogues import load_catalogues

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


def test_spanish_is_there() -> None:
    assert list(load_catalogues()) == ["en", "es"]
