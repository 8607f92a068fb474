"""A language that exists only here, made of one folder, one catalogue and one file of families.

It goes through reading, lint, families, drafting's lists of languages and pages, without a line of
the program that knows it.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from shutil import copytree

import pytest

from app.classroom.services import open_services
from app.config import Settings
from app.domain.bank import Bank
from app.families import catalogue as families
from app.language import amounts, catalogues, folder, number_words, numerals, sentence_stops
from app.language.language import language_of
from app.language.numerals import read_numeral
from app.language.sentences import sentences_of
from app.library.reading_result import Reading
from app.lint.run import lint
from app.web.application import make_site
from app.web.site.current import move_in
from tests.families.annotated import BANK as ANNOTATED
from tests.families.annotated import bank_of, read
from tests.kept import put_database

TAG = "qtx"
"""One of the codes that ISO 639-2 keeps free for local use."""

FILES = {
    "word_lists": """
stemmer: english
words:
  absolutes: [nuna]
  hedges: [sope, ko mira]
  function words: [na, lo]
""",
    "phrasing": """
marks: ["⟨", "⟩", "‹", "›"]
joint: eto
small: [na]
small_before_names: [na]
leaning: [lo]
terms: {}
""",
    "sentences": """
before_names: [gro]
before_numbers: []
may_end: []
starters: [Na, Lo]
said: [dika]
""",
    "numbers": """
small: {uni: 1, du: 2, tri: 3}
scales: {kilo: 1000}
bare_scales: [kilo]
points: [pik]
minus: nega
roughly: [sirka]
""",
}

CATALOGUE = """
msgid "Practise reading the news"
msgstr "Olu mira"
"""

BANK = """\
byline: 1
title: Olu
language: qtx-QM
article:
  title: Olu
  type: news report
  text: |
    Gro. Pelo dika olu mira. Na mira fala.
questions:
  - id: olu
    kind: choice
    skill: facts/explicit-information
    level: 1
    prompt: Ki dika Pelo?
    answer: Olu mira
    distractors: {Nuna olu fala: Na., Mira fala ki: Lo.}
    evidence: Pelo dika olu mira
    because: Pelo dika.
"""


@pytest.fixture
def toy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Put the language beside those of the program, and forget it afterwards."""
    _write_files(tmp_path)
    monkeypatch.setattr(folder, "FOLDERS", [*folder.FOLDERS, tmp_path / "words"])
    monkeypatch.setattr(families, "FOLDERS", [*families.FOLDERS, tmp_path / "families"])
    monkeypatch.setattr(catalogues, "FOLDER", tmp_path / "translations")
    _forget()
    yield
    _forget()


def _write_files(place: Path) -> None:
    (place / "words" / TAG).mkdir(parents=True)
    for name, text in FILES.items():
        (place / "words" / TAG / f"{name}.yaml").write_text(text, "utf-8")
    english = families.files()["en"].read_text("utf-8")
    (place / "families").mkdir()
    worded = re.sub(r'(prompt: (?:>-\n +)?"?)', r"\1Ki mira? ", english)
    (place / "families" / f"{TAG}.yaml").write_text(worded, "utf-8")
    copytree(catalogues.FOLDER, place / "translations")
    catalogue = place / "translations" / TAG / "LC_MESSAGES" / "messages.po"
    catalogue.parent.mkdir(parents=True)
    catalogue.write_text(CATALOGUE, "utf-8")


def _forget() -> None:
    folder.read_words.cache_clear()
    language_of.cache_clear()
    amounts.amounts_of.cache_clear()
    amounts.whole_number.cache_clear()
    sentence_stops.stops_of.cache_clear()
    number_words.number_words.cache_clear()
    numerals.roughly.cache_clear()


def reading_of(text: str) -> Reading:
    reading = read(text)
    assert reading.problems == ()
    return reading


def toy_bank() -> Bank:
    return bank_of(reading_of(BANK))


@pytest.mark.usefixtures("toy")
def test_reading_splits_sentences_by_its_abbreviations() -> None:
    texts = [one.text for one in sentences_of(toy_bank()).values()]
    assert texts == ["Gro. Pelo dika olu mira.", "Na mira fala."]


@pytest.mark.usefixtures("toy")
def test_its_numbers_are_read() -> None:
    found = read_numeral("nega du kilo tri olu", "qtx-QM")
    assert found is not None
    assert (found.value, found.unit) == (Decimal(-2003), "olu")
    assert numerals.without_roughly("Sirka tri") == "tri"


@pytest.mark.usefixtures("toy")
def test_the_linter_looks_for_its_words_and_names_the_rules_that_lack_some() -> None:
    messages = [one.message for one in lint(reading_of(BANK)).problems]
    assert [text for text in messages if "“Nuna”" in text] != []
    [silent] = [text for text in messages if "do not know the language" in text]
    assert "opinion-key" in silent
    assert "absolute-terms" not in silent


@pytest.mark.usefixtures("toy")
def test_families_ask_in_it_and_phrase_as_it_does() -> None:
    bank = bank_of(reading_of(ANNOTATED.replace("language: en", f"language: {TAG}", 1)))
    made = [question for question in bank.questions if question.family]
    assert len(made) > 10
    assert all(question.prompt.startswith("Ki mira?") for question in made)
    assert any("⟨" in question.because for question in made)


@pytest.mark.usefixtures("toy")
def test_pages_speak_it_and_show_its_banks(tmp_path: Path) -> None:
    (tmp_path / "banks").mkdir()
    (tmp_path / "banks" / "olu.yaml").write_text(BANK, "utf-8")
    settings = Settings.from_environment({}, banks=tmp_path / "banks", data=tmp_path / "kept")
    put_database(settings)
    site, services = make_site(), open_services(settings)
    move_in(site, services)
    page = site.test_client().get("/", headers={"Accept-Language": "qtx-QM, en;q=0.5"}).text
    services.store.let_go()
    assert f'<html lang="{TAG}"' in page
    assert "Olu mira</title>" in page or "<title>Olu mira" in page
    assert 'lang="qtx-QM"' in page


def test_before_and_afterwards_nothing_is_known_of_it() -> None:
    assert TAG not in folder.languages()
    assert language_of(TAG).has("absolutes") is False
    assert TAG not in catalogues.load_catalogues()
