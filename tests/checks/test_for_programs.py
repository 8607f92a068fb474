"""Reports: text for people, JSON for programs, annotations for GitHub, SARIF for scanners."""

import json

import pytest

from app.checks.for_programs import as_github, as_json, as_sarif
from app.checks.report import Report
from app.checks.text import Look, as_text
from app.domain.bank import Snapshot
from app.domain.problem import Position, Problem
from app.library.reading_result import Reading
from app.lint.blind_score import BlindScore
from tests.bank.banks import SOUND, read

BROKEN = SOUND.replace("level: 1", "level: 9").replace("chain: [writer]", "chain: [report]")


def report(yaml: str) -> Report:
    return Report({"bridge": read(yaml)})


def with_problem(problem: Problem, source: str = "a: 1\n") -> Report:
    return Report({"x": Reading(None, (problem,), snapshot=Snapshot(source))})


def test_text_points_at_the_place() -> None:
    assert as_text(report(BROKEN)) == (
        "bridge.yaml:15:84: warning: The chain ends with `report`, but the reader has it from the "
        "writer. [chain-end]\n"
        "  |   fall: {says: Tom fell., evidence: Tom fell there, status: reported fact, chain: "
        "[report]}\n"
        f"  | {' ' * 83}^\n"
        "    Let it end with `writer`.\n"
        "\n"
        "bridge.yaml:20:12: error: `level` cannot be “9”. [wrong-value]\n"
        "  |     level: 9\n"
        "  |            ^\n"
        "    How much thought it takes: 1 locate, 2 combine or apply, 3 evaluate.\n"
        "\n"
        "1 bank checked: 1 error, 1 warning."
    )


def test_text_sums_up_a_good_bank() -> None:
    reviewed = (
        SOUND + SOUND.split("questions:\n")[1].replace("id: when", "id: x") + "    review: true\n"
    )
    assert as_text(report(reviewed)) == (
        "bridge: 1 question; facts: 1; level 1: 1; choice: 1; 1 item awaits review\n"
        "1 bank checked: no problems."
    )


@pytest.mark.parametrize(
    ("line", "column", "shown", "caret"),
    [
        ("a: 1", 4, "  | a: 1", "  |    ^"),
        ("\tb: 1", 2, "  |  b: 1", "  |  ^"),
        ("中: 1", 4, "  | 中: 1", "  |     ^"),
        ("x" * 300, 200, "  | " + "x" * 100, "  | " + " " * 50 + "^"),
        ("x" * 300, 301, "  | " + "x" * 100, "  | " + " " * 100 + "^"),
    ],
)
def test_carets_stand_under_their_place(line: str, column: int, shown: str, caret: str) -> None:
    problem = Problem(Position("f", 1, column), "rule", "error", "Wrong.")
    assert as_text(with_problem(problem, line)).splitlines()[1:3] == [shown, caret]


def test_text_shows_no_control_characters_of_a_file_name() -> None:
    problem = Problem(Position("a\x1b[31m\nb", 1, 1), "rule", "error", "Wrong.")
    assert as_text(with_problem(problem)).startswith("a�[31m�b:1:1: error: Wrong.")


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


def test_github_annotations_are_escaped() -> None:
    problem = Problem(Position("a,b:c%.yaml", 3, 7), "rule", "note", "50 %\r\nnext: x, y", "Help.")
    assert as_github(with_problem(problem)) == (
        "::notice file=a%2Cb%3Ac%25.yaml,line=3,col=7,title=rule::50 %25%0D%0Anext: x, y%0AHelp."
    )


def test_github_says_nothing_of_a_good_bank() -> None:
    assert as_github(report(SOUND)) == ""


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


WAIVED = Problem(Position("x", 1, 4), "clang", "warning", "Wrong.", "Mend.", "q", "It is meant.")


def test_colours_are_those_of_a_terminal() -> None:
    told = as_text(with_problem(WAIVED), Look(colour=True, verbose=True))
    assert told.startswith("\033[1mx:1:4:\033[0m \033[33mwaived\033[0m: Wrong. [clang]")


def test_what_is_waived_is_no_problem_and_is_kept_with_its_reason() -> None:
    found = json.loads(as_json(with_problem(WAIVED)))
    assert found["problems"] == []
    assert [waived["reason"] for waived in found["waived"]] == ["It is meant."]
    assert (found["counts"]["warnings"], found["counts"]["waived"]) == (0, 1)
    assert as_github(with_problem(WAIVED)) == ""


def test_sarif_suppresses_what_is_waived_and_describes_rules_of_the_linter() -> None:
    (run,) = json.loads(as_sarif(with_problem(WAIVED)))["runs"]
    (result,) = run["results"]
    assert result["suppressions"] == [{"kind": "inSource", "justification": "It is meant."}]
    (rule,) = run["tool"]["driver"]["rules"]
    assert rule["defaultConfiguration"] == {"level": "warning"}
    assert rule["help"]["text"]


def test_what_can_be_had_without_the_article_is_told() -> None:
    score = BlindScore(3, 0.5, 1 / 3, {"it is the longest": ("when", "who")})
    told = Report({"bridge": read(SOUND)}, {"bridge": score})
    assert json.loads(as_json(told))["blind"] == {
        "bridge": {
            "questions": 3,
            "points": 0.5,
            "chance": 0.3333,
            "won": {"it is the longest": ["when", "who"]},
        }
    }
    assert (
        "    Without the article 50.0% of the points can be had, by chance 33.3%, in 3 questions "
        "of one right answer.\n    Found because it is the longest: when, who.\n"
    ) in as_text(told, Look(verbose=True))
    assert "Without the article" not in as_text(told)
