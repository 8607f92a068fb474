"""A printed paper speaks its bank's language, as far as there is a catalogue."""

import re
from pathlib import Path

import pytest

from app.cli import run
from tests.bank.banks import HEAD

SPANISH = """\
questions:
  - id: q1
    kind: statements
    skill: facts/explicit-information
    level: 1
    prompt: ¿Qué dice el texto?
    because: Lo dice.
    statements:
      - {says: Hay un informe., is: true, evidence: A report says so}
      - {says: Hubo agua., is: not stated, absent: [agua]}
  - id: q2
    kind: numeric
    skill: sourcing/attribution
    level: 2
    prompt: ¿Cuántos años?
    answer: 3
    unit: años
    because: Lo dice.
    evidence: A report says so
  - id: q3
    kind: highlight
    skill: framing/word-choice
    level: 3
    prompt: ¿Qué palabra juzga?
    paragraph: 2
    targets: [trap]
    decoys: [bridge]
    because: Lo dice.
    evidence: A report says so
"""
ENGLISH = re.compile(
    r"\b(Facts|Sourcing|Framing|level|questions?|seed|Key|Name|Date|Paragraph|Choose)\b"
)
ONE_EACH = ("--facts", "1", "--sourcing", "1", "--framing", "1")

Capture = pytest.CaptureFixture[str]


def printed(language: str, form: str, folder: Path, capsys: Capture) -> str:
    """What `byline paper` prints of the bank in a language, with its key."""
    text = (HEAD + SPANISH).replace("language: en", f"language: {language}")
    file = folder / "bridge.yaml"
    file.write_text(text, encoding="utf-8")
    assert run(["paper", str(file), *ONE_EACH, "--seed", "7", "--format", form, "--key"]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("form", ["text", "html"])
def test_a_paper_speaks_its_banks_language(form: str, tmp_path: Path, capsys: Capture) -> None:
    out = printed("es-MX", form, tmp_path, capsys)
    shown = re.sub(r"<style>.*</style>|<[^>]+>", " ", out, flags=re.DOTALL)
    assert ENGLISH.findall(shown) == []
    for words in ("Hechos, nivel 1", "Escribe un número.", "años", "Párrafo 1:", "No se dice"):
        assert words in shown
    assert 'lang="en"' not in out


def test_words_of_ours_say_their_language_where_there_is_no_catalogue(
    tmp_path: Path, capsys: Capture
) -> None:
    out = printed("ar", "html", tmp_path, capsys)
    assert '<h2 id="questions" lang="en" dir="ltr">Questions</h2>' in out
    assert '<p class="quiet" lang="en" dir="ltr">Facts, level 1' in out
    assert '<html lang="ar" dir="rtl">' in out
