"""Reports to write out in tests: of a small bank, and of one problem."""

from app.checks.report import Report
from app.domain.bank import Snapshot
from app.domain.problem import Position, Problem
from app.library.reading_result import Reading
from app.lint.blind_cues import CUES
from app.lint.blind_score import BlindScore
from app.lint.cue_score import CueScore, Pick
from tests.bank.banks import SOUND, read

BROKEN = SOUND.replace("level: 1", "level: 9").replace("chain: [writer]", "chain: [report]")
WAIVED = Problem(Position("x", 1, 4), "clang", "warning", "Wrong.", "Mend.", "q", "It is meant.")

_LONGEST = next(cue for cue in CUES if cue.because == "it is the longest")
SCORE = BlindScore(
    questions=3,
    points=0.5,
    chance=1 / 3,
    won={"it is the longest": ("when", "who")},
    against=0.25,
    cues=(CueScore(_LONGEST, (Pick("when", 3, 1, True), Pick("who", 3, 1, True)), total=3),),
)


def report(yaml: str) -> Report:
    return Report({"bridge": read(yaml)})


def with_problem(problem: Problem, source: str = "a: 1\n") -> Report:
    return Report({"x": Reading(None, (problem,), snapshot=Snapshot(source))})
