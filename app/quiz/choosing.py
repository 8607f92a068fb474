"""Choosing the questions of a paper: in an order fixed by the seed, with bounded backtracking."""

from collections.abc import Callable, Collection, Sequence
from typing import Final

from app.domain.chance import Chance
from app.domain.skill import LEVELS
from app.quiz.allocation import Cells, Demand, Supply, plan_table
from app.quiz.dealing import Deck, easy_first, shuffled, unseen_first
from app.quiz.pool import CELLS, Candidate, Pool
from app.quiz.search import Search, Slot, Taken, greedy

_GREEDY: Final = 3
_RESTARTS: Final = 12
_SHORT: Final = 60
_LONG: Final = 2_000
"""How often a paper is begun without and with looking ahead, and how many questions are tried
before giving up: in each of the short searches, and in the long one at the end.

A search that began badly is better begun anew (Gomes, Selman and Kautz 1998, Boosting
combinatorial search through randomization); the long one decides what is small.
"""


def choose(
    pool: Pool, demand: Demand, always: Sequence[str], seed: int, avoid: Collection[str] = ()
) -> tuple[Candidate, ...] | None:
    """The questions of a paper, `always` first; None when no paper was found.

    As few of `avoid` are used as can be. Raises KeyError when the bank lacks one of `always`.
    """
    fixed = tuple(pool.by_id[name] for name in always)
    supply = supply_of(pool, fixed, avoid)
    plan = plan_table(demand, supply)
    taken = _take_fixed(demand, fixed)
    if plan is None or taken is None:
        return None
    found = PaperSearch(pool, plan, supply, taken, Chance(seed), frozenset(avoid)).choose()
    if found is None and (seed or avoid):
        # What one seed can find, every seed can have: a bank is not possible by luck.
        return choose(pool, demand, always, seed=0)
    return found.chosen if found else None


def supply_of(pool: Pool, fixed: Sequence[Candidate], avoid: Collection[str] = ()) -> Supply:
    """What the pool offers beside the fixed questions, told apart by whether it was seen."""
    names = {entry.id for entry in fixed}
    kept, seen = [0] * len(CELLS), [0] * len(CELLS)
    totals = [len(cell) for cell in pool.cells]
    for entry in fixed:
        kept[entry.cell] += 1
        totals[entry.cell] -= entry.id in pool.drawable
    for name in (pool.drawable & frozenset(avoid)) - names:
        seen[pool.by_id[name].cell] += 1
    unseen = (total - old for total, old in zip(totals, seen, strict=True))
    return Supply(tuple(kept), tuple(unseen), tuple(seen))


def _take_fixed(demand: Demand, fixed: Sequence[Candidate]) -> Taken | None:
    taken = Taken(room=demand.levels if demand.exact else None)
    for entry in fixed:
        if not taken.fits(entry):
            return None
        taken = taken.with_one(entry)
    return taken


class PaperSearch:
    """One paper in the making: its plan, and the ways to fill it, the cheapest first."""

    def __init__(
        self,
        pool: Pool,
        plan: Cells,
        supply: Supply,
        taken: Taken,
        chance: Chance,
        avoid: frozenset[str],
    ) -> None:
        names = {entry.id for entry in taken.chosen}
        self.cells = [
            [entry for entry in cell if entry.id not in names] if names else cell
            for cell in pool.cells
        ]
        self.needs = [count - kept for count, kept in zip(plan, supply.fixed, strict=True)]
        self.least = sum(
            max(0, need - unseen) for need, unseen in zip(self.needs, supply.unseen, strict=True)
        )
        self.taken = taken
        self.chance = chance
        self.avoid = avoid

    def choose(self) -> Taken | None:
        """Fill the plan, allowing as few seen questions as need be; None when it was not found."""
        found = None if self.least else self._at_once()
        most = sum(self.needs) if self.avoid else self.least
        for reuse in range(self.least, most + 1):
            found = found or self._search(self._by_plan, reuse) or self._search_long(reuse)
            if found:
                break
        return found

    def _at_once(self) -> Taken | None:
        found = None
        for attempt in range(_GREEDY):
            found = found or greedy(self._by_plan(attempt), self.taken, self.avoid)
        return found

    def _search(self, slots: Callable[[int], list[Slot]], reuse: int) -> Taken | None:
        """Search until found, proved impossible, or begun too often."""
        for attempt in range(_RESTARTS):
            search = Search(self.avoid, _SHORT)
            found = search.fill(slots(attempt), self.taken, reuse)
            if found or search.steps >= 0:
                return found
        return None

    def _search_long(self, reuse: int) -> Taken | None:
        """Fill the skills with any levels (where levels are exact, `Taken.room` holds them)."""
        found = self._search(self._by_skill, reuse)
        return found or Search(self.avoid, _LONG).fill(self._by_skill(0), self.taken, reuse)

    def _decks(self, attempt: int) -> list[Deck]:
        return [self._deck(place, attempt) for place in range(len(self.cells))]

    def _deck(self, place: int, attempt: int) -> Deck:
        cards, weight = self.cells[place], attempt - _GREEDY + 1
        source = (
            easy_first(cards, self.chance, place, attempt, weight)
            if weight > 0
            else shuffled(cards, self.chance, place, attempt)
        )
        return Deck(unseen_first(source, self.avoid) if self.avoid else source, len(cards))

    def _by_plan(self, attempt: int) -> list[Slot]:
        pairs = zip(self.needs, self._decks(attempt), strict=True)
        slots = [Slot(need, deck) for need, deck in pairs if need]
        return sorted(slots, key=lambda slot: slot.deck.size - slot.need)

    def _by_skill(self, attempt: int) -> list[Slot]:
        width, pairs = len(LEVELS), list(zip(self._decks(attempt), self.needs, strict=True))
        slots = []
        for start in range(0, len(pairs), width):
            part = pairs[start : start + width]
            need = sum(count for _, count in part)
            if need:
                slots.append(Slot(need, Deck.joined(part)))
        return slots
