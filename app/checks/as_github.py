"""A report as the workflow commands of GitHub Actions, shown beside the lines of a change."""

from typing import Final

from app.checks.report import Report
from app.domain.problem import Problem

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
