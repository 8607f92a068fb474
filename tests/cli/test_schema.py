"""`byline schema`: to the terminal or to a file."""

import json
from pathlib import Path

import pytest

from app.bank.json_schema import bank_schema
from app.cli import run


def test_prints_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == bank_schema()


def test_writes_the_schema_to_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "bank.schema.json"
    assert run(["schema", "--output", str(path)]) == 0
    assert json.loads(path.read_text(encoding="utf-8")) == bank_schema()
    assert capsys.readouterr().out == ""


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    assert run(["schema", "--output", str(tmp_path / "no" / "x.json")]) == 1
    assert run(["schema", "--output", str(tmp_path)]) == 2
