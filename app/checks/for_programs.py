"""Reports in every form for programs: JSON, GitHub's annotations, SARIF for scanners."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from app.bank.rules import describe
from app.checks.report import Report
from app.domain.problem import Problem
from app.lint.catalogue import CATALOGUE

_SARIF_SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def as_json(report: Report) -> str:
    """`{"problems": [...], "waived": [...], "counts": {...}, "blind": {...}}`.

    What a problem lacks is left out.
    """
    told = {
        "problems": [_plain(problem) for problem in report.problems],
        "waived": [_plain(problem) for problem in report.waived],
        "counts": report.counts(),
        "blind": report.blind(),
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _plain(problem: Problem) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "file": problem.position.file,
        "line": problem.position.line,
        "column": problem.position.column,
        "rule": problem.rule,
        "severity": problem.severity,
        "question": problem.question,
        "message": problem.message,
        "help": problem.help or None,
        "reason": problem.waived or None,
    }
    return {key: value for key, value in fields.items() if value is not None}


_COMMANDS: Final = {"error": "error", "warning": "warning", "note": "notice"}


def as_github(report: Report) -> str:
    """Workflow commands, which GitHub shows beside the lines of a change."""
    return "\n".join(_command(problem) for problem in report.problems)


def _command(problem: Problem) -> str:
    at = problem.position
    properties = {"file": at.file, "line": at.line, "col": at.column, "title": problem.rule}
    told = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    text = "\n".join(part for part in (problem.message, problem.help) if part)
    return f"::{_COMMANDS[problem.severity]} {told}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_sarif(report: Report) -> str:
    """A log of the Static Analysis Results Interchange Format, version 2.1.0 (OASIS)."""
    problems = [*report.problems, *report.waived]
    rules = sorted({problem.rule for problem in problems})
    run = {
        "tool": {
            "driver": {
                "name": "byline",
                "rules": [_descriptor(rule) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, rules.index(problem.rule)) for problem in problems],
    }
    log = {"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _descriptor(name: str) -> dict[str, Any]:
    rule = CATALOGUE.get(name)
    if rule is None:
        return {"id": name, "shortDescription": {"text": describe(name)}}
    return {
        "id": name,
        "shortDescription": {"text": rule.why},
        "help": {"text": rule.cure},
        "defaultConfiguration": {"level": rule.severity},
        "properties": {"tags": [rule.group, *([rule.source] if rule.source else [])]},
    }


def _result(problem: Problem, index: int) -> dict[str, Any]:
    at = problem.position
    waived = {"kind": "inSource", "justification": problem.waived}
    suppressions = {"suppressions": [waived]} if problem.waived else {}
    return suppressions | {
        "ruleId": problem.rule,
        "ruleIndex": index,
        "level": problem.severity,
        "message": {"text": f"{problem.message} {problem.help}".strip()},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": _uri(Path(at.file))},
                    "region": {"startLine": at.line, "startColumn": at.column},
                }
            }
        ],
    }


def _uri(path: Path) -> str:
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


FORMATS: Final[Mapping[str, Callable[[Report], str]]] = {
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
"""How a report can be written for programs."""
