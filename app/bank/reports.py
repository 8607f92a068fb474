"""The problems of banks as text, JSON, GitHub annotations and SARIF: one function each."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from unicodedata import east_asian_width
from urllib.parse import quote

from app.bank.lines import lines_of
from app.bank.reading import Reading
from app.bank.rules import describe
from app.domain.problem import Problem

WIDTH: Final = 100
"""As many columns of a source line are shown."""

_SARIF_SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


@dataclass(frozen=True)
class Report:
    """What was read, by the name under which it is shown."""

    readings: Mapping[str, Reading]

    @property
    def problems(self) -> list[Problem]:
        """The problems of all banks, each bank's together."""
        return [problem for reading in self.readings.values() for problem in reading.problems]

    def counts(self) -> dict[str, Any]:
        """Numbers of banks, problems and questions."""
        severities = Counter(problem.severity for problem in self.problems)
        return {
            "banks": len(self.readings),
            "errors": severities["error"],
            "warnings": severities["warning"],
            "notes": severities["note"],
            **_contents(self.readings.values()),
        }


def _contents(given: Iterable[Reading]) -> dict[str, Any]:
    readings = list(given)
    questions = [
        question for reading in readings if reading.bank for question in reading.bank.questions
    ]
    return {
        "questions": len(questions),
        "skills": dict(Counter(question.skill.skill for question in questions)),
        "levels": dict(sorted(Counter(str(question.level) for question in questions).items())),
        "kinds": dict(Counter(question.kind for question in questions)),
        "in_review": sum(reading.in_review for reading in readings),
    }


def as_json(report: Report) -> str:
    """`{"problems": [...], "counts": {...}}`; what a problem does not have is left out."""
    return json.dumps(
        {"problems": [_plain(problem) for problem in report.problems], "counts": report.counts()},
        ensure_ascii=False,
        indent=2,
    )


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
    }
    return {key: value for key, value in fields.items() if value is not None}


def as_text(report: Report) -> str:
    """For people: every problem with its source line, then what the good banks hold."""
    lines: list[str] = []
    for name, reading in report.readings.items():
        source = lines_of(reading.snapshot.yaml) if reading.snapshot else []
        for problem in reading.problems:
            lines += [*_told(problem, source), ""]
        if reading.bank:
            lines.append(f"{name}: {_summed(_contents([reading]))}")
    return "\n".join([*lines, _verdict(report.counts())])


def _told(problem: Problem, source: Sequence[str]) -> Iterator[str]:
    at = problem.position
    place = "".join(sign if sign.isprintable() else "�" for sign in at.file)
    yield f"{place}:{at.line}:{at.column}: {problem.severity}: {problem.message} [{problem.rule}]"
    if at.line <= len(source) and source[at.line - 1].strip():
        yield from _pointed(source[at.line - 1], at.column - 1)
    if problem.help:
        yield f"    {problem.help}"


def _pointed(line: str, column: int) -> tuple[str, str]:
    """A source line with a caret under a column, cut around it when it is long."""
    start = max(0, min(column - WIDTH // 2, len(line) - WIDTH))
    shown = line[start : start + WIDTH].replace("\t", " ")
    before = shown[: column - start]
    width = sum(2 if east_asian_width(sign) in "WF" else 1 for sign in before)
    return f"  | {shown}", f"  | {' ' * width}^"


def _summed(contents: Mapping[str, Any]) -> str:
    parts = [_number(contents["questions"], "question")]
    parts += [_listed(contents["skills"]), _listed(contents["levels"], "level ")]
    parts += [_listed(contents["kinds"])]
    if contents["in_review"]:
        await_ = "awaits" if contents["in_review"] == 1 else "await"
        parts.append(f"{_number(contents['in_review'], 'item')} {await_} review")
    return "; ".join(part for part in parts if part)


def _listed(counts: Mapping[str, int], prefix: str = "") -> str:
    return ", ".join(f"{prefix}{name}: {count}" for name, count in counts.items())


def _verdict(counts: Mapping[str, Any]) -> str:
    found = ", ".join(
        _number(counts[f"{severity}s"], severity)
        for severity in ("error", "warning", "note")
        if counts[f"{severity}s"]
    )
    return f"{_number(counts['banks'], 'bank')} checked: {found or 'no problems'}."


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


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
    rules = sorted({problem.rule for problem in report.problems})
    run = {
        "tool": {
            "driver": {
                "name": "byline",
                "rules": [
                    {"id": rule, "shortDescription": {"text": describe(rule)}} for rule in rules
                ],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, rules.index(problem.rule)) for problem in report.problems],
    }
    log = {"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _result(problem: Problem, index: int) -> dict[str, Any]:
    at = problem.position
    return {
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
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
"""How a report can be written."""
