"""`byline generate`: what annotation yields, in numbers and in full, and back into the bank."""

import json
from pathlib import Path

import pytest
import yaml

from app.cli import run
from tests.families.annotated import BANK, bank_of, read


@pytest.fixture(autouse=True)
def banks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the annotated bank."""
    (tmp_path / "pool.yaml").write_text(BANK, encoding="utf-8")
    monkeypatch.setenv("BYLINE_BANKS", str(tmp_path))
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(["generate", *arguments]) == 0
    return capsys.readouterr().out


def test_text_shows_questions_with_keys_numbers_and_what_is_missing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = told(capsys, "pool")
    count = len(bank_of(read()).questions)
    assert f"pool: {count} questions made by families" in text
    assert "Key" in text
    assert "Which paragraph is it?" in text
    for line in ("skills: ", "levels: 1 ", "kinds: ", "families: "):
        assert f"\n  {line}" in text
    assert "makes no question of" in text


def test_json_has_the_same_questions_as_the_bank(capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(told(capsys, "pool", "--format", "json"))
    bank = bank_of(read())
    assert (found["bank"], found["version"]) == ("pool", bank.version)
    assert [entry["id"] for entry in found["questions"]] == [one.id for one in bank.questions]
    counts = found["counts"]
    assert counts["questions"] == len(bank.questions)
    for name in ("skills", "levels", "kinds", "families"):
        assert sum(counts[name].values()) == len(bank.questions)
    assert {"family", "item", "why"} == set(found["unmade"][0])


def test_yaml_goes_into_the_bank_and_passes_the_check(
    capsys: pytest.CaptureFixture[str], banks: Path
) -> None:
    text = told(capsys, "pool", "--format", "yaml")
    (banks / "edited.yaml").write_text(f"{BANK}{text}", encoding="utf-8")
    reading = read(f"{BANK}{text}")
    written = bank_of(reading).questions
    made = bank_of(read()).questions
    assert {one.id: one.definition for one in written} == {one.id: one.definition for one in made}
    assert {one.family for one in written} == {""}
    assert run(["check", "edited"]) == 0


def test_one_family_can_be_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    entries = yaml.safe_load(told(capsys, "pool", "--family", "verdict", "--format", "yaml"))
    assert {entry["id"].split(".")[0] for entry in entries["questions"]} == {"verdict"}


def test_a_family_that_made_nothing_is_known(capsys: pytest.CaptureFixture[str]) -> None:
    name = "straight-or-passed-on"
    found = json.loads(told(capsys, "pool", "--family", name, "--format", "json"))
    assert found["questions"] == []


def test_an_unknown_family_is_a_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["generate", "pool", "--family", "verdicts"]) == 2
    assert "did you mean verdict?" in capsys.readouterr().err


def test_a_broken_bank_is_reported(banks: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (banks / "pool.yaml").write_text(BANK.replace("byline: 1", "byline: 2"), encoding="utf-8")
    assert run(["generate", "pool"]) == 1
    assert "pool.yaml:1:9" in capsys.readouterr().err


def test_check_tells_what_was_not_made_when_it_is_asked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    run(["check", "pool"])
    assert "makes no question" not in capsys.readouterr().out
    run(["check", "pool", "--verbose"])
    assert "makes no question of" in capsys.readouterr().out
