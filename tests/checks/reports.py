"""Reports to write out in tests: of a small bank, and of one problem."""

from app.checks.report import Report
from app.domain.bank import Snapshot
from app.domain.problem import Position, Problem
from app.library.reading_result import Reading
from tests.bank.banks import SOUND, read

BROKEN = SOUND.replace("level: 1", "level: 9").replace("chain: [writer]", "chain: [report]")
WAIVED = Problem(Position("x", 1, 4), "clang", "warning", "Wrong.", "Mend.", "q", "It is meant.")


def report(yaml: str) -> Report:
    return Report({"bridge": read(yaml)})


def with_problem(problem: Problem, source: str = "a: 1\n") -> Report:
    return Report({"x": Reading(None, (problem,), snapshot=Snapshot(source))})
