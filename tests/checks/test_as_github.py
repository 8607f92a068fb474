"""A report as GitHub's workflow commands, each in one line and escaped."""

from app.checks.as_github import as_github
from app.domain.problem import Position, Problem
from tests.bank.banks import SOUND
from tests.checks.reports import WAIVED, report, with_problem


def test_github_annotations_are_escaped() -> None:
    problem = Problem(Position("a,b:c%.yaml", 3, 7), "rule", "note", "50 %\r\nnext: x, y", "Help.")
    assert as_github(with_problem(problem)) == (
        "::notice file=a%2Cb%3Ac%25.yaml,line=3,col=7,title=rule::50 %25%0D%0Anext: x, y%0AHelp."
    )


def test_github_says_nothing_of_a_good_bank() -> None:
    assert as_github(report(SOUND)) == ""


def test_github_says_nothing_of_what_is_waived() -> None:
    assert as_github(with_problem(WAIVED)) == ""
