"""The blind solver: a test-wise program that answers without the article."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from app.language.cues import overlaps
from app.language.language import STEMS
from app.lint.blind_score import BlindScore
from app.lint.finding import Finding
from app.lint.rule import Group, Rule, haladyna, questions
from app.lint.view import BankView, OptionView, QuestionView

BLIND: Final = Group("Answers without the article")

ENOUGH: Final = 12
"""Questions of one right answer below which luck decides."""

TOO_GOOD: Final = 0.15
"""How far above chance, as a share of all points, the solver may come."""

FAR_TOO_GOOD: Final = 0.3
"""How far above chance a bank is worth nothing as it is."""

NOTICEABLE: Final = 1.2
"""How much longer than the next an option must be to be noticed."""

SHOWN: Final = 6


@dataclass(frozen=True)
class _Asked:
    """A question as a reader without the article sees it; `prompts` are the other questions'."""

    question: QuestionView
    prompts: Mapping[str, int]


Cue = Callable[[_Asked], list[float]]
"""A score for each option."""


def _longest(asked: _Asked) -> list[float]:
    lengths = sorted(len(option.text) for option in asked.question.options)
    first, next_ = lengths[-1], lengths[-2]
    noticed = first > NOTICEABLE * next_
    return [float(noticed and len(option.text) == first) for option in asked.question.options]


def _modest(asked: _Asked) -> list[float]:
    return [float(option.has("hedges")) for option in asked.question.options]


def _absolute(asked: _Asked) -> list[float]:
    return [-float(option.has("absolutes")) for option in asked.question.options]


def _clang(asked: _Asked) -> list[float]:
    prompt = asked.question.prompt.own_stems
    return [float(len(option.own_stems & prompt)) for option in asked.question.options]


def _convergence(asked: _Asked) -> list[float]:
    return list(map(float, overlaps([option.stems for option in asked.question.options])))


def _consistent(asked: _Asked) -> list[float]:
    own = asked.question.prompt.own_stems
    return [_mean_use(option, own, asked.prompts) for option in asked.question.options]


def _mean_use(option: OptionView, own: frozenset[str], prompts: Mapping[str, int]) -> float:
    """How many other prompts have a word of the option, on average over its words."""
    stems = option.own_stems - own
    return sum(prompts.get(stem, 0) for stem in stems) / max(1, len(stems))


CUES: Final[Mapping[str, Cue]] = {
    "it sounds like the question": _clang,
    "it is the longest": _longest,
    "it is the cautious one": _modest,
    "the others are absolute": _absolute,
    "it has most in common with the others": _convergence,
    "other questions speak of it": _consistent,
}
"""The tricks of test-wise students, the surest first (Millman, Bishop and Ebel 1965)."""


@dataclass(frozen=True, slots=True)
class Blind:
    """What the solver did with one question: the points it can hope for, and by which cue."""

    points: float
    chance: float
    cue: str


def solve(asked: _Asked) -> Blind:
    """Follow the first cue that tells options apart; without one, guess."""
    options = asked.question.options
    for name, cue in CUES.items():
        scores = cue(asked)
        best = [place for place, score in enumerate(scores) if score == max(scores)]
        if len(best) < len(options):
            right = sum(options[place].right for place in best)
            return Blind(right / len(best), 1 / len(options), name)
    return Blind(1 / len(options), 1 / len(options), "")


def solve_bank(bank: BankView) -> dict[str, Blind]:
    """What the solver does with every question of one right answer, by its id."""
    prompts: dict[str, int] = {}
    for question in bank.questions:
        for stem in question.prompt.own_stems:
            prompts[stem] = prompts.get(stem, 0) + 1
    return {
        question.id: solve(_Asked(question, prompts)) for question in bank.questions if question.key
    }


@BLIND.for_bank(
    Rule(
        "blind-solver",
        "warning",
        why="A bank that can be answered without the article measures how students take tests.",
        source=f"{haladyna(4, 28)}; Millman, Bishop & Ebel 1965",
        cure="Mend the questions that are named, the first cue first.",
        trips=questions((12, "{answer: The pool stays shut till May, distractors: [Weeks, Days]}")),
        passes=questions((12, "{answer: Until May, distractors: [Until June, For ever]}")),
        needs=("function words", STEMS),
    )
)
def blind_solver(bank: BankView) -> Iterator[Finding]:
    """More than 15 points in a hundred above chance, over the questions of one right answer.

    More than 30 are an error: the bank cannot distinguish between readers.
    """
    score = score_of(bank)
    if score is not None and score.questions >= ENOUGH and score.above > TOO_GOOD:
        yield Finding(
            ("questions",),
            f"Without the article {score.points:.0%} of the points can be had; chance is "
            f"{score.chance:.0%}. " + " ".join(_by_cue(score)),
            severity="error" if score.above > FAR_TOO_GOOD else None,
        )


def score_of(bank: BankView) -> BlindScore | None:
    """What the solver earns; None in a bank without a question of one right answer."""
    solved = solve_bank(bank)
    if not solved:
        return None
    points = sum(one.points for one in solved.values()) / len(solved)
    chance = sum(one.chance for one in solved.values()) / len(solved)
    won = {
        cue: tuple(
            name for name, one in solved.items() if one.cue == cue and one.points > one.chance
        )
        for cue in CUES
    }
    return BlindScore(len(solved), points, chance, {cue: ids for cue, ids in won.items() if ids})


def _by_cue(score: BlindScore) -> Iterator[str]:
    for cue, won in score.won.items():
        more = f" and {len(won) - SHOWN} more" if len(won) > SHOWN else ""
        yield f"Because {cue}: {', '.join(won[:SHOWN])}{more}."
