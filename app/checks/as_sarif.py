"""A report as SARIF, the format in which scanners hand their results on."""

import json
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from app.bank.format_rules import describe
from app.checks.report import Report
from app.domain.problem import Problem
from app.lint.rule_catalogue import CATALOGUE

_SARIF_SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


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
