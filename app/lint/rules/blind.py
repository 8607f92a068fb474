"""Rules on cues in a whole bank: what pays for a student who answers without the article."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from app.language.language import STEMS
from app.lint.blind_score import BlindScore, score_of
from app.lint.cue_score import CueScore
from app.lint.finding import Finding
from app.lint.rule import Group, Rule, haladyna, questions
from app.lint.view import BankView

BLIND: Final = Group("Answers without the article")

ENOUGH: Final = 12
"""Questions of one right answer below which luck decides."""

TOO_GOOD: Final = 0.15
"""How far above chance, as a share of all points, the solver may come."""

FAR_TOO_GOOD: Final = 0.3
"""How far above chance a bank is worth nothing as it is."""

PAYS: Final = 0.05
"""How far above chance, as a share of all points, one cue may bring a student."""

LUCK: Final = 0.01
"""The probability below which what a cue brings is not put down to luck."""

SHOWN: Final = 6


@BLIND.for_bank(
    Rule(
        "blind-solver",
        "warning",
        why="A bank that can be answered by surface cues measures how students take tests.",
        source=f"{haladyna(4, 28)}; Millman, Bishop & Ebel 1965",
        cure="Mend the questions that are named, the first cue first.",
        trips=questions((12, "{answer: The pool stays shut till May, distractors: [Weeks, Days]}")),
        passes=questions((12, "{answer: Until May, distractors: [Until June, For ever]}")),
        needs=("function words", STEMS),
    )
)
def blind_solver(bank: BankView) -> Iterator[Finding]:
    """By cues, more than 15 points in a hundred above chance, in questions of one right answer.

    By the cues of the handbooks or against them. More than 30 are an error: the bank cannot
    distinguish between readers.
    """
    score = score_of(bank)
    if score is not None and score.questions >= ENOUGH and score.gain > TOO_GOOD:
        found = Finding(("questions",), _told(score))
        yield replace(found, severity="error") if score.gain > FAR_TOO_GOOD else found


def _told(score: BlindScore) -> str:
    if score.against > score.points:
        return (
            f"By avoiding what sounds right, {score.against:.0%} of the points can be had without "
            f"the article; chance is {score.chance:.0%}."
        )
    return (
        f"By cues, without the article, {score.points:.0%} of the points can be had; chance is "
        f"{score.chance:.0%}. " + " ".join(_by_cue(score))
    )


def _by_cue(score: BlindScore) -> Iterator[str]:
    for cue, won in score.won.items():
        more = f" and {len(won) - SHOWN} more" if len(won) > SHOWN else ""
        yield f"Because {cue}: {', '.join(won[:SHOWN])}{more}."


@BLIND.for_bank(
    Rule(
        "paying-cue",
        "note",
        why="Where one cue is right, or wrong, more often than chance has it, students learn to "
        "go by it or against it.",
        source=f"{haladyna(28)}; Millman, Bishop & Ebel 1965",
        cure="Mend the questions that are named until the cue says nothing.",
        trips=questions((5, "{answer: May, distractors: [Until the year ends, For ever now]}")),
        passes=questions((4, "{answer: May, distractors: [Until the year ends, For ever now]}")),
        needs=("function words", STEMS),
    )
)
def paying_cue(bank: BankView) -> Iterator[Finding]:
    """A single cue that earns 5 points in a hundred more than chance, by following or avoiding it.

    It must be more than luck (1 %), and so needs some questions. More than 15 are a warning.
    """
    score = score_of(bank)
    for one in score.cues if score else ():
        if one.gain > PAYS and one.luck < LUCK:
            found = Finding(("questions",), _worth(one), help=_what_to_do(one))
            yield replace(found, severity="warning") if one.gain > TOO_GOOD else found


def _worth(score: CueScore) -> str:
    does, points = ("avoids", score.against) if score.pays_to_avoid else ("picks", score.points)
    won = score.won
    more = f" and {len(won) - SHOWN} more" if len(won) > SHOWN else ""
    return (
        f"Who {does} an option because {score.cue.because} earns {points:.0%} in "
        f"{len(score.picks)} questions; chance is {score.chance:.0%}. It helps in "
        f"{', '.join(won[:SHOWN])}{more}."
    )


def _what_to_do(score: CueScore) -> str:
    return score.cue.avoided if score.pays_to_avoid else score.cue.picked
