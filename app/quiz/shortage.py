"""Why a bank cannot give a paper, in sentences for a teacher."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from app.domain.skill import LEVELS, SKILLS
from app.quiz.allocation import Cells, Demand
from app.quiz.candidates import Candidate
from app.quiz.choosing import ANY, LITTLE, choose
from app.quiz.pool import CLAIMS, ENEMIES, FAMILY_LIMIT, STEMS, Pool
from app.quiz.request import Request

Part = tuple[tuple[int, ...], tuple[int, ...]]
"""Some skills and some levels, by their places in `SKILLS` and `LEVELS`."""


def explain(pool: Pool, request: Request) -> tuple[str, ...]:
    """The reasons why there is no such paper; none when there is one."""
    reasons = _by_counting(pool, request)
    if reasons or choose(pool, request, seed=0, effort=ANY) is not None:
        return reasons
    return _limits(pool, request)


def why_impossible(pool: Pool, request: Request) -> tuple[str, ...]:
    """The reasons why there is no such paper; to be asked when none was found."""
    return _by_counting(pool, request) or _limits(pool, request)


def _by_counting(pool: Pool, request: Request) -> tuple[str, ...]:
    """The reasons that counting finds, whatever keeps questions apart."""
    unknown = [name for name in request.always if name not in pool.places]
    if unknown:
        return tuple(
            f"The blueprint always includes “{name}”; the bank has no such question."
            for name in unknown
        )
    fixed = [pool.cards[pool.places[name]] for name in request.always]
    supply = _supply(pool, request)
    return (*_too_many_fixed(request.demand, fixed), *_too_few(request.demand, supply))


def _supply(pool: Pool, request: Request) -> Cells:
    """How many questions of each cell the paper can choose from, those always in it included."""
    offered = pool.of_kinds(request.kinds) | pool.bits(request.always)
    return tuple((bits & offered).bit_count() for bits in pool.of_cell)


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


def _too_few(demand: Demand, supply: Cells) -> Iterator[str]:
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


def _have(supply: Cells, part: Part) -> int:
    skills, levels = part
    return sum(supply[skill * len(LEVELS) + level] for skill in skills for level in levels)


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


def _limits(pool: Pool, request: Request) -> tuple[str, ...]:
    """Which limits stand in the way of a paper that the bank has enough questions for."""
    where = _where(pool, request)
    found = tuple(
        f"The bank has enough {where}questions, but {limit}."
        for limit, freer in _relaxed(pool)
        if choose(freer, request, seed=0, effort=LITTLE) is not None
    )
    return found or (f"The bank has enough {where}questions, but {_JOINTLY}.",)


def _relaxed(pool: Pool) -> Iterator[tuple[str, Pool]]:
    """Each limit in words, with the pool as it would be without it."""
    yield "too many of them are enemies of each other", pool.without(ENEMIES)
    yield (
        "too many of them are about the same claim or device, or about enemies",
        pool.without(CLAIMS),
    )
    yield "too many of them say the answers of others in their prompts", pool.without(STEMS)
    yield (
        f"too many of them come from one family (a paper holds {FAMILY_LIMIT})",
        pool.without_families(),
    )


_JOINTLY: Final = (
    "no paper was found that keeps enemies apart, asks about each claim and device once "
    f"and takes {FAMILY_LIMIT} questions of a family"
)


def _where(pool: Pool, request: Request) -> str:
    """The first skill that is impossible already by itself, as a word for the sentence."""
    for place, skill in enumerate(SKILLS):
        always = tuple(
            name for name in request.always if pool.cards[pool.places[name]].skill == place
        )
        count = request.demand.skills[place]
        skills = tuple(count if row == place else 0 for row in range(len(SKILLS)))
        alone = Request(Demand(skills, (count, 0, 0), exact=False), always, request.kinds)
        if choose(pool, alone, seed=0, effort=LITTLE) is None:
            return f"{skill} "
    return ""
