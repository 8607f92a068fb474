"""A report as JSON has the fields that the interface promises."""

import json

from app.checks.as_json import as_json
from app.checks.report import Report
from tests.bank.banks import SOUND, read
from tests.checks.reports import BROKEN, SCORE, WAIVED, report, with_problem


def test_json_has_the_fields_of_the_interface() -> None:
    found = json.loads(as_json(report(BROKEN)))
    assert found == {
        "problems": [
            {
                "file": "bridge.yaml",
                "line": 15,
                "column": 84,
                "rule": "chain-end",
                "severity": "warning",
                "message": "The chain ends with `report`, but the reader has it from the writer.",
                "help": "Let it end with `writer`.",
            },
            {
                "file": "bridge.yaml",
                "line": 20,
                "column": 12,
                "rule": "wrong-value",
                "severity": "error",
                "question": "when",
                "message": "`level` cannot be “9”.",
                "help": "How much thought it takes: 1 locate, 2 combine or apply, 3 evaluate.",
            },
        ],
        "waived": [],
        "counts": {
            "banks": 1,
            "errors": 1,
            "warnings": 1,
            "notes": 0,
            "waived": 0,
            "questions": 0,
            "skills": {},
            "levels": {},
            "kinds": {},
            "in_review": 0,
        },
        "blind": {},
    }


def test_what_is_waived_is_no_problem_and_is_kept_with_its_reason() -> None:
    found = json.loads(as_json(with_problem(WAIVED)))
    assert found["problems"] == []
    assert [waived["reason"] for waived in found["waived"]] == ["It is meant."]
    assert (found["counts"]["warnings"], found["counts"]["waived"]) == (0, 1)


def test_what_can_be_had_without_the_article_is_reported() -> None:
    scored = Report({"bridge": read(SOUND)}, {"bridge": SCORE})
    assert json.loads(as_json(scored))["blind"] == {
        "bridge": {
            "questions": 3,
            "points": 0.5,
            "chance": 0.3333,
            "won": {"it is the longest": ["when", "who"]},
            "against": 0.25,
            "cues": [
                {
                    "because": "it is the longest",
                    "questions": 2,
                    "points": 1.0,
                    "against": 0.0,
                    "chance": 0.3333,
                    "gain": 0.4444,
                    "luck": 0.1111,
                }
            ],
        }
    }
