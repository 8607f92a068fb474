"""Where a draw begins: what is always in the paper, what it must have, and what it aims at."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.skill import SKILLS
from app.quiz.allocation import Cells, Demand, Supply, plan_table
from app.quiz.candidates import CELLS
from app.quiz.partial_paper import PartialPaper
from app.quiz.pool import Bits, Pool
from app.quiz.preferences import Aims, aims_of
from app.quiz.request import Request

HEART: Final = "facts/fact-vs-opinion"
HEART_FROM: Final = 4
"""The sub-skill that every paper with so many questions on facts has, if the bank has it."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """Where a draw begins.

    `paper` has what is always in it, and quotas of skills (and of levels where these are asked
    for). `wishes` are sets of which one candidate each is to come in.
    """

    paper: PartialPaper
    demand: Demand
    aims: Aims
    wishes: tuple[Bits, ...]

    @property
    def seen(self) -> Bits:
        """The candidates that are to be avoided."""
        return ~self.aims.by_age[0]

    def reused(self, paper: PartialPaper) -> int:
        """How many questions of a whole paper were seen; those that are always in it aside."""
        drawn = paper.chosen[len(self.paper.chosen) :]
        return sum(self.seen >> place & 1 for place in drawn)

    def table(self, first: int = 0) -> Cells | None:
        """How many questions of each cell; a question over falls to the skill `first`.

        None when counting tells that there is no such paper.
        """
        return plan_table(self.demand, supply_of(self.paper, self.aims), first)

    def least_reuse(self, table: Cells) -> int:
        """The seen questions that every paper has, as counting tells."""
        supply = supply_of(self.paper, self.aims)
        ready = (fixed + unseen for fixed, unseen in zip(supply.fixed, supply.unseen, strict=True))
        return sum(max(0, count - have) for count, have in zip(table, ready, strict=True))


def begin(pool: Pool, request: Request, avoid: Sequence[str] = ()) -> Beginning | None:
    """The beginning of a draw; None when not even `always` fits into the paper."""
    demand = request.demand
    quotas = [*zip(pool.of_skill, demand.skills, strict=True)]
    if demand.exact:
        quotas += zip(pool.of_level, demand.levels, strict=True)
    paper = PartialPaper(pool, pool.every, ()).to_fill(quotas)
    for name in request.always:
        if name not in pool.places or not paper.fits(pool.places[name]):
            return None
        paper = paper.with_one(pool.places[name])
    drawable = pool.of_kinds(request.kinds)
    aims = aims_of(pool, drawable, demand.total, avoid)
    return Beginning(paper.among(drawable), demand, aims, _wishes(pool, request))


def _wishes(pool: Pool, request: Request) -> tuple[Bits, ...]:
    facts = request.demand.skills[SKILLS.index("facts")]
    heart = pool.of_part.get(HEART, 0) if facts >= HEART_FROM else 0
    return tuple(wish for wish in (pool.reassuring, heart) if wish)


def supply_of(paper: PartialPaper, aims: Aims) -> Supply:
    """What a begun paper has, and what may join it, unseen and seen, cell by cell."""
    has = [paper.pool.cards[place].cell for place in paper.chosen]
    unseen = paper.open & aims.by_age[0]
    seen = paper.open & ~unseen
    return Supply(
        fixed=tuple(has.count(cell) for cell in range(len(CELLS))),
        unseen=tuple((unseen & bits).bit_count() for bits in paper.pool.of_cell),
        seen=tuple((seen & bits).bit_count() for bits in paper.pool.of_cell),
    )
