"""Certainty-based marking: what sureness earns and costs, beside the mark and never in it.

Gardner-Medwin, A. R. (2006), Confidence-based marking: towards deeper learning and better exams,
in C. Bryan & K. Clegg (eds), Innovative Assessment in Higher Education, London: Routledge. A right
answer earns 1, 2 or 3, a wrong one 0, -2 or -6: honesty earns most, for level 2
is best from a probability of 2/3, level 3 from 4/5 (the expected points are p, 4p - 2 and 9p - 6).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from app.domain.cite_and_confidence import CONFIDENCES
from app.domain.mark import Mark

PENALTIES: Final[Mapping[int, float]] = MappingProxyType({1: 0.0, 2: -2.0, 3: -6.0})
"""What a wrong answer earns at each level."""

PROBABILITIES: Final[Mapping[int, float]] = MappingProxyType({1: 0.50, 2: 0.73, 3: 0.90})
"""The probability that each level means: the middle of its band, and a half for the lowest."""

ENOUGH: Final = 10
"""Below so many answers at any of the levels, a curve would show chance."""


@dataclass(frozen=True, slots=True)
class SureAnswer:
    """A marked answer and the level of confidence that was given with it."""

    mark: Mark
    confidence: int


@dataclass(frozen=True, slots=True)
class LevelCount:
    """One level: how many answers were given at it, and how many of them were right or partly."""

    level: int
    answers: int
    right: int
    partly: int

    @property
    def wrong(self) -> int:
        """How many were not right at all."""
        return self.answers - self.right - self.partly


@dataclass(frozen=True, slots=True)
class Certainty:
    """A paper summed up: `points` may be negative, and are at most three for each answer.

    `brier` is from 0 (best) to 1; saying a half of everything gives 0.25.
    """

    points: float
    of: int
    brier: float
    levels: tuple[LevelCount, ...]

    @property
    def answers(self) -> int:
        """How many answers count."""
        return sum(level.answers for level in self.levels)

    @property
    def has_curve(self) -> bool:
        """Whether there are answers enough to draw how right each level was."""
        return all(level.answers >= ENOUGH for level in self.levels)


def certainty_points(mark: Mark, confidence: int | None) -> float | None:
    """What an answer earns at a level from 1 to 3; None where nothing can be said.

    Nothing is said of a blank, of what is left to the teacher, and without a level. An answer
    that is partly right gets its share of what a right one earns, and never a share of the
    penalty, as in Moodle (question behaviour CBM, MDL-32188).
    """
    if confidence is None or mark.standing in ("blank", "for your teacher"):
        return None
    return mark.points * confidence if mark.points > 0 else PENALTIES[confidence]


def brier_score(answers: Iterable[SureAnswer]) -> float:
    """The mean of (p - o) squared, where o is the points from 0 to 1; there must be an answer.

    Brier, G. W. (1950), Verification of forecasts expressed in terms of probability, Monthly
    Weather Review 78:1-3; for two outcomes, of which one is counted.
    """
    errors = [(PROBABILITIES[one.confidence] - one.mark.points) ** 2 for one in answers]
    return sum(errors) / len(errors)


def certainty_of(marked: Iterable[tuple[Mark, int | None]]) -> Certainty | None:
    """Sum up the answers of a paper with their levels; None when none of them counts."""
    counted = [
        (SureAnswer(mark, confidence), points)
        for mark, confidence in marked
        if confidence is not None and (points := certainty_points(mark, confidence)) is not None
    ]
    if not counted:
        return None
    answers = [answer for answer, _ in counted]
    return Certainty(
        points=sum(points for _, points in counted),
        of=CONFIDENCES[-1] * len(counted),
        brier=brier_score(answers),
        levels=tuple(_at(level, answers) for level in CONFIDENCES),
    )


def _at(level: int, answers: Iterable[SureAnswer]) -> LevelCount:
    points = [answer.mark.points for answer in answers if answer.confidence == level]
    return LevelCount(
        level=level,
        answers=len(points),
        right=sum(one >= 1 for one in points),
        partly=sum(0 < one < 1 for one in points),
    )
