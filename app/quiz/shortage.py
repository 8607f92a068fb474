"""Why a bank cannot give a paper, in sentences for a teacher."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from app.domain.skill import LEVELS, SKILLS
from app.quiz.allocation import Demand, Supply
from app.quiz.choosing import choose, supply_of
from app.quiz.pool import FAMILY_LIMIT, Candidate, Pool

_REMEMBERED: Final = 256

Part = tuple[tuple[int, ...], tuple[int, ...]]
"""Some skills and some levels, by their places in `SKILLS` and `LEVELS`."""


def explain(pool: Pool, demand: Demand, always: Sequence[str]) -> tuple[str, ...]:
    """The reasons why there is no such paper; none when there is one."""
    unknown = [name for name in always if name not in pool.by_id]
    if unknown:
        return tuple(
            f"The blueprint always includes “{name}”; the bank has no such question."
            for name in unknown
        )
    fixed = [pool.by_id[name] for name in always]
    reasons = [*_too_many_fixed(demand, fixed), *_too_few(demand, supply_of(pool, fixed))]
    if reasons:
        return tuple(reasons)
    found = remembered(pool, demand, always)
    if found is None:
        possible = choose(pool, demand, always, seed=0) is not None
        found = () if possible else _limits(pool, demand, always)
        if len(pool.reasons) >= _REMEMBERED:
            pool.reasons.clear()
        pool.reasons[demand, tuple(always)] = found
    return found


def remembered(pool: Pool, demand: Demand, always: Sequence[str]) -> tuple[str, ...] | None:
    """What was found out about such a paper before: finding out that there is none takes long."""
    return pool.reasons.get((demand, tuple(always)))


def _too_many_fixed(demand: Demand, fixed: Sequence[Candidate]) -> Iterator[str]:
    for place, (skill, asked) in enumerate(zip(SKILLS, demand.skills, strict=True)):
        count = sum(entry.skill == place for entry in fixed)
        if count > asked:
            yield f"The blueprint always includes {_questions(count, skill)} and asks for {asked}."
    for place, (level, asked) in enumerate(zip(LEVELS, demand.levels, strict=True)):
        count = sum(entry.level == place for entry in fixed)
        if demand.exact and count > asked:
            yield (
                f"The blueprint always includes {_questions(count)} of level {level} "
                f"and asks for {asked}."
            )


def _too_few(demand: Demand, supply: Supply) -> Iterator[str]:
    """Every smallest part of skills and levels where the bank has less than must be in the paper.

    Complete by the theorem of Gale (1957) on feasible flows: when no part is short, there is a
    table of skills and levels that the bank can fill.
    """
    told: list[Part] = []
    for part in _parts(demand):
        need, have = _need(demand, part), _have(supply, part)
        if need > have and not any(_within(smaller, part) for smaller in told):
            told.append(part)
            yield _sentence(demand, part, need, have)


def _parts(demand: Demand) -> list[Part]:
    """All parts that can be short, the smallest first."""
    every = tuple(range(len(LEVELS)))
    some_levels = _subsets(every) if demand.exact else [every]
    parts = [(skills, levels) for skills in _subsets(_asked(demand)) for levels in some_levels]
    return sorted(parts, key=lambda part: len(part[0]) * len(part[1]))


def _asked(demand: Demand) -> tuple[int, ...]:
    return tuple(place for place, count in enumerate(demand.skills) if count)


def _subsets(places: tuple[int, ...]) -> list[tuple[int, ...]]:
    return [some for size in range(1, 4) for some in combinations(places, size)]


def _need(demand: Demand, part: Part) -> int:
    """The least number of questions that every paper has in this part."""
    skills, levels = part
    of_skills = sum(demand.skills[place] for place in skills)
    if len(levels) == len(LEVELS):
        return of_skills
    return of_skills + sum(demand.levels[place] for place in levels) - demand.total


def _have(supply: Supply, part: Part) -> int:
    skills, levels = part
    return sum(supply.limit(skill * len(LEVELS) + level) for skill in skills for level in levels)


def _within(smaller: Part, part: Part) -> bool:
    return set(smaller[0]) <= set(part[0]) and set(smaller[1]) <= set(part[1])


def _sentence(demand: Demand, part: Part, need: int, have: int) -> str:
    skills, levels = part
    whole_paper = 1 < len(skills) == len(_asked(demand))
    words = "" if whole_paper else " or ".join(SKILLS[place] for place in skills)
    of_levels = " or ".join(str(LEVELS[place]) for place in levels)
    at_level = f" of level {of_levels}" if len(levels) < len(LEVELS) else ""
    whole = need in (
        sum(demand.skills[place] for place in skills),
        sum(demand.levels[place] for place in levels),
    )
    least = "" if whole else "at least "
    return (
        f"The blueprint asks for {least}{_questions(need, words)}{at_level}; the bank has {have}."
    )


def _questions(count: int, skill: str = "") -> str:
    noun = "question" if count == 1 else "questions"
    return f"{count} {skill} {noun}" if skill else f"{count} {noun}"


def _limits(pool: Pool, demand: Demand, always: Sequence[str]) -> tuple[str, ...]:
    """Which limits stand in the way of a paper that the bank has enough questions for."""
    where = _where(pool, demand, always)
    relaxed = {
        "too many of them are enemies of each other": pool.without_enemies(),
        "too many of them are about the same claim or device, or about enemies": (
            pool.without_claims()
        ),
        f"too many of them come from one family (a paper holds {FAMILY_LIMIT})": (
            pool.without_families()
        ),
    }
    found = tuple(
        f"The bank has enough {where}questions, but {limit}."
        for limit, freer in relaxed.items()
        if choose(freer, demand, always, seed=0) is not None
    )
    return found or (f"The bank has enough {where}questions, but {_JOINTLY}.",)


_JOINTLY = (
    "no paper was found that keeps enemies apart, asks about each claim and device once "
    f"and takes {FAMILY_LIMIT} questions of a family"
)


def _where(pool: Pool, demand: Demand, always: Sequence[str]) -> str:
    """The first skill that is impossible already by itself, as a word for the sentence."""
    for place, skill in enumerate(SKILLS):
        names = [name for name in always if pool.by_id[name].skill == place]
        skills = tuple(count if row == place else 0 for row, count in enumerate(demand.skills))
        alone = Demand(skills, (sum(skills), 0, 0), exact=False)
        if choose(pool, alone, names, seed=0) is None:
            return f"{skill} "
    return ""
