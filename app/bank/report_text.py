"""A report for people: every problem with its source line, then what the good banks hold."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final
from unicodedata import east_asian_width

from app.bank.lines import lines_of
from app.bank.report import Report, contents
from app.domain.problem import Problem

WIDTH: Final = 100
"""As many columns of a source line are shown."""


def as_text(report: Report) -> str:
    """For people: every problem with its source line, then what the good banks hold."""
    lines: list[str] = []
    for name, reading in report.readings.items():
        source = lines_of(reading.snapshot.yaml) if reading.snapshot else []
        for problem in reading.problems:
            lines += [*_told(problem, source), ""]
        if reading.bank:
            lines.append(f"{name}: {_summed(contents([reading]))}")
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


def _summed(held: Mapping[str, Any]) -> str:
    parts = [_number(held["questions"], "question")]
    parts += [_listed(held["skills"]), _listed(held["levels"], "level ")]
    parts += [_listed(held["kinds"])]
    if held["in_review"]:
        await_ = "awaits" if held["in_review"] == 1 else "await"
        parts.append(f"{_number(held['in_review'], 'item')} {await_} review")
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
