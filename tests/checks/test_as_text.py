"""A report for people: problems with their source lines, then what the banks hold."""

import pytest

from app.checks.as_text import Look, as_text
from app.checks.report import Report
from app.domain.problem import Position, Problem
from tests.bank.banks import SOUND, read
from tests.checks.reports import BROKEN, SCORE, WAIVED, report, with_problem


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


def test_colours_are_those_of_a_terminal() -> None:
    told = as_text(with_problem(WAIVED), Look(colour=True, verbose=True))
    assert told.startswith("\033[1mx:1:4:\033[0m \033[33mwaived\033[0m: Wrong. [clang]")


def test_what_can_be_had_without_the_article_is_reported() -> None:
    scored = Report({"bridge": read(SOUND)}, {"bridge": SCORE})
    assert (
        "    By cues, without the article, 50.0% of the points can be had, by chance 33.3%, in 3 "
        "questions of one right answer.\n    Found because it is the longest: when, who.\n"
        "    44.4 points in a hundred by picking an option because it is the longest (2 "
        "questions; by luck 11.1%).\n"
    ) in as_text(scored, Look(verbose=True))
    assert "By cues" not in as_text(scored)
