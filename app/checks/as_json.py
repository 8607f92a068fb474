"""A report as JSON, for other programs."""

import json
from typing import Any

from app.checks.report import Report
from app.domain.problem import Problem


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
