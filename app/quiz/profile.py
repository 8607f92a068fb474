"""The profile: points per skill, how sure they are, and what to look at again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

from app.domain.skill import SKILLS, SUB_SKILL_NAMES
from app.kinds import kind_of
from app.quiz.citing import Found, count_found
from app.quiz.confidence import Certainty, certainty_of
from app.quiz.marking import MarkedItem

Z_80: Final = 1.2815515594
"""The normal deviate that leaves a tenth on either side: an 80 % band."""

ENOUGH: Final = 8
"""Below so many questions a band says too little to be shown."""


@dataclass(frozen=True, slots=True)
class SkillProfile:
    """One skill: `points` of `of`, the 80 % band as shares from 0 to 1, and what to do again.

    `band` is None below `ENOUGH` questions. `again` names the sub-skills with a lost point, such
    as `facts/explicit-information`, without numbers: so few questions say no more.
    """

    points: float
    of: int
    band: tuple[float, float] | None
    again: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """The whole result; `guess` is the points that blind guessing earns on average.

    `found` says how often the evidence was found and `certainty` how well the student knew what
    they know; None where the paper did not ask. Neither is in the points.
    """

    points: float
    of: int
    guess: float
    skills: Mapping[str, SkillProfile]
    found: Found | None = None
    certainty: Certainty | None = None


def wilson(points: float, of: int, z: float = Z_80) -> tuple[float, float]:
    """The score interval for `points` of `of`, as shares from 0 to 1.

    Wilson, E. B. (1927), Probable inference, the law of succession, and statistical inference,
    Journal of the American Statistical Association 22:209-212. Part points count as they are,
    which makes the band wider than it need be.
    """
    share, spread = points / of, z * z / of
    middle = share + spread / 2
    half = z * sqrt(share * (1 - share) / of + spread / (4 * of))
    return max(0.0, (middle - half) / (1 + spread)), min(1.0, (middle + half) / (1 + spread))


def profile(marked: Sequence[MarkedItem]) -> Profile:
    """Sum up a marked paper; skills without a question are left out."""
    by_skill = {
        skill: [item for item in marked if item.question.skill.skill == skill] for skill in SKILLS
    }
    return Profile(
        points=_points(marked),
        of=len(marked),
        guess=sum(kind_of(item.question).guess(item.question.definition) for item in marked),
        skills={skill: _of_skill(items) for skill, items in by_skill.items() if items},
        found=count_found(item.found for item in marked),
        certainty=certainty_of((item.mark, item.backing.confidence) for item in marked),
    )


def _of_skill(items: Sequence[MarkedItem]) -> SkillProfile:
    points, of = _points(items), len(items)
    lost = {str(item.question.skill) for item in items if _lost(item)}
    return SkillProfile(
        points=points,
        of=of,
        band=wilson(points, of) if of >= ENOUGH else None,
        again=tuple(name for name in SUB_SKILL_NAMES if name in lost),
    )


def _points(items: Sequence[MarkedItem]) -> float:
    return sum(item.mark.points for item in items)


def _lost(item: MarkedItem) -> bool:
    return item.mark.points < 1 and item.mark.standing != "for your teacher"
