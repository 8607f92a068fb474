"""How many questions of each skill at each level: the plan of a paper, nine numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import permutations
from math import inf
from typing import Final

from app.domain.skill import LEVELS, SKILLS

Cells = tuple[int, ...]
"""Nine numbers, one for each of `pool.CELLS`."""

_REUSE: Final = 1_000_000.0
_COLUMN: Final = 20.0


def largest_remainder(total: int, shares: Sequence[Fraction]) -> tuple[int, ...]:
    """Share out `total` in whole numbers (Hamilton's method); a tie goes to the earlier share."""
    whole = sum(shares)
    exact = [total * share / whole for share in shares]
    counts = [int(part) for part in exact]
    order = sorted(range(len(exact)), key=lambda place: (counts[place] - exact[place], place))
    for place in order[: total - sum(counts)]:
        counts[place] += 1
    return tuple(counts)


@dataclass(frozen=True, slots=True)
class Demand:
    """What a paper must have: `skills` and `levels` count its questions, their sums are equal.

    With `exact` the levels must be met; otherwise they are aimed at as far as the bank allows.
    """

    skills: tuple[int, ...]
    levels: tuple[int, ...]
    exact: bool

    @property
    def total(self) -> int:
        """The number of questions in the paper."""
        return sum(self.skills)


@dataclass(frozen=True, slots=True)
class Supply:
    """What there is to draw from, cell by cell.

    `fixed` are in the paper whatever happens; `unseen` and `seen` may be drawn, the latter only
    when they must.
    """

    fixed: Cells
    unseen: Cells
    seen: Cells

    def limit(self, cell: int) -> int:
        """How many questions of a cell a paper can hold at most."""
        return self.fixed[cell] + self.unseen[cell] + self.seen[cell]


@lru_cache(maxsize=1024)
def plan_table(demand: Demand, supply: Supply, first: int = 0) -> Cells | None:
    """The table that reuses least and comes nearest to the levels; None when there is none.

    Skills take their questions in turn from `first` on (0 to 2): where tables are equally good,
    this decides.

    A controlled rounding (Cox 1987, JASA 82:520-524) of skill x level where the supply allows
    it: a convex minimum-cost flow, made one question at a time along the cheapest exchange.
    """
    plan = _Plan(demand, supply)
    for turn in range(len(SKILLS)):
        skill = (first + turn) % len(SKILLS)
        missing = demand.skills[skill] - plan.of_skill(skill)
        if missing < 0 or not all(plan.add(skill) for _ in range(missing)):
            return None
    return tuple(plan.cells)


def _exchanges(skill: int) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Ways to add one question of a skill: the cells that gain one, and those that lose one."""
    others = [other for other in range(len(SKILLS)) if other != skill]
    width = len(LEVELS)
    for length in range(1, width + 1):
        for levels in permutations(range(width), length):
            for rest in permutations(others, length - 1):
                path = (skill, *rest)
                gains = tuple(row * width + level for row, level in zip(path, levels, strict=True))
                losses = tuple(
                    row * width + level for row, level in zip(rest, levels[:-1], strict=True)
                )
                yield gains, losses


_EXCHANGES: Final = tuple(tuple(_exchanges(skill)) for skill in range(len(SKILLS)))


class _Plan:
    """A table in the making; every step keeps it the cheapest of its size."""

    def __init__(self, demand: Demand, supply: Supply) -> None:
        self.demand = demand
        self.supply = supply
        self.cells = list(supply.fixed)
        self.ideals = [
            count * level / max(1, demand.total)
            for count in demand.skills
            for level in demand.levels
        ]

    def of_skill(self, skill: int) -> int:
        start = skill * len(LEVELS)
        return sum(self.cells[start : start + len(LEVELS)])

    def of_level(self, level: int) -> int:
        return sum(self.cells[level :: len(LEVELS)])

    def add(self, skill: int) -> bool:
        """Add a question of a skill in the cheapest way; False when there is no way."""
        grows = [self._of_one_more(level) for level in range(len(LEVELS))]
        costs = [self._of_cell(cell, count + 1) for cell, count in enumerate(self.cells)]
        refunds = [self._refund(cell, count) for cell, count in enumerate(self.cells)]
        # The last gain of an exchange is where a level grows by one.
        prices = [
            grows[gains[-1] % len(LEVELS)]
            + sum(map(costs.__getitem__, gains))
            - sum(map(refunds.__getitem__, losses))
            for gains, losses in _EXCHANGES[skill]
        ]
        cheapest = min(prices)
        if cheapest == inf:
            return False
        gains, losses = _EXCHANGES[skill][prices.index(cheapest)]
        for cell in gains:
            self.cells[cell] += 1
        for cell in losses:
            self.cells[cell] -= 1
        return True

    def _of_one_more(self, level: int) -> float:
        count, wanted = self.of_level(level) + 1, self.demand.levels[level]
        if self.demand.exact:
            return inf if count > wanted else 0.0
        return _COLUMN * (2 * (count - wanted) - 1)

    def _of_cell(self, cell: int, count: int) -> float:
        """The cost of a cell's question number `count`: convex, so that exchanges suffice."""
        if count > self.supply.limit(cell):
            return inf
        reused = count > self.supply.fixed[cell] + self.supply.unseen[cell]
        return 2 * (count - self.ideals[cell]) - 1 + (_REUSE if reused else 0.0)

    def _refund(self, cell: int, count: int) -> float:
        """What a cell's last question cost; one that is fixed cannot be given back."""
        return self._of_cell(cell, count) if count > self.supply.fixed[cell] else -inf
