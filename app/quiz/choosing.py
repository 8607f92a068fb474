"""Choosing the questions of a paper: in an order fixed by the seed, with bounded backtracking."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.chance import Chance
from app.domain.skill import LEVELS, SKILLS
from app.quiz.pool import CELLS, Candidate, Pool
from app.quiz.table import Demand, Supply, plan_table

_PLANNED_STEPS: Final = 300
_FREE_STEPS: Final = 4_000
"""How many questions are tried before giving up: by the plan, and then in any combination."""


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
    decks = [
        Deck(_undealt(cell, taken), Chance(seed), place, avoid)
        for place, cell in enumerate(pool.cells)
    ]
    least = sum(
        max(0, count - supply.fixed[cell] - supply.unseen[cell]) for cell, count in enumerate(plan)
    )
    open_cells = [count - kept for count, kept in zip(plan, supply.fixed, strict=True)]
    return _with_least_reuse(open_cells, decks, taken, frozenset(avoid), least)


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


def _undealt(cell: tuple[Candidate, ...], taken: "Taken") -> Sequence[Candidate]:
    names = {entry.id for entry in taken.chosen}
    return [entry for entry in cell if entry.id not in names] if names else cell


def _take_fixed(demand: Demand, fixed: Sequence[Candidate]) -> "Taken | None":
    taken = Taken(room=demand.levels if demand.exact else None)
    for entry in fixed:
        if not taken.fits(entry):
            return None
        taken = taken.with_one(entry)
    return taken


@dataclass(frozen=True, slots=True)
class Taken:
    """What has been chosen so far, and what that rules out.

    `names` are the chosen ones and their enemies, `about` what may not come again, `once` and
    `full` the families with one and with two questions, `room` the questions that each level
    still needs (None: levels do not matter).
    """

    room: tuple[int, ...] | None
    chosen: tuple[Candidate, ...] = ()
    names: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    once: frozenset[str] = frozenset()
    full: frozenset[str] = frozenset()

    def fits(self, card: Candidate) -> bool:
        """Whether a paper with these questions can hold this one as well."""
        return (
            card.id not in self.names
            and card.family not in self.full
            and self.about.isdisjoint(card.about)
            and (self.room is None or self.room[card.level] > 0)
        )

    def with_one(self, card: Candidate) -> "Taken":
        """The same with one more."""
        family = frozenset([card.family]) if card.family else frozenset()
        return Taken(
            room=self.room and _less_one(self.room, card.level),
            chosen=(*self.chosen, card),
            names=self.names | card.enemies | {card.id},
            about=self.about | card.bars,
            once=self.once | family,
            full=self.full | (self.once & family),
        )


def _less_one(room: tuple[int, ...], level: int) -> tuple[int, ...]:
    return (*room[:level], room[level] - 1, *room[level + 1 :])


class Deck:
    """The candidates of one cell in an order fixed by the seed, unseen ones first.

    Shuffled as far as it is looked at (Durstenfeld 1964), so that a large bank costs no more
    than a small one.
    """

    def __init__(
        self, cards: Sequence[Candidate], chance: Chance, label: int, avoid: Collection[str]
    ) -> None:
        self.size = len(cards)
        self._dealt: list[Candidate] = []
        source = _shuffled(cards, chance, label)
        self._source = _unseen_first(source, avoid) if avoid else source

    @classmethod
    def joined(cls, decks: Sequence["Deck"], counts: Sequence[int]) -> "Deck":
        """One deck of several: first so many of each, then the rest."""
        joined = cls((), Chance(0), 0, ())
        for deck, count in zip(decks, counts, strict=True):
            joined._dealt += deck.all()[:count]
        for deck, count in zip(decks, counts, strict=True):
            joined._dealt += deck.all()[count:]
        joined.size = len(joined._dealt)
        return joined

    def all(self) -> list[Candidate]:
        """All candidates in their order."""
        return [card for _, card in self.after(0)]

    def after(self, start: int) -> Iterator[tuple[int, Candidate]]:
        """The candidates from place `start` on, each with the place after it."""
        for place in range(start, self.size):
            while place >= len(self._dealt):
                self._dealt.append(next(self._source))
            yield place + 1, self._dealt[place]


def _shuffled(cards: Sequence[Candidate], chance: Chance, label: int) -> Iterator[Candidate]:
    moved: dict[int, int] = {}
    for place in range(len(cards)):
        other = place + chance.below(len(cards) - place, "deck", label, place)
        yield cards[moved.get(other, other)]
        moved[other] = moved.get(place, place)


def _unseen_first(cards: Iterator[Candidate], avoid: Collection[str]) -> Iterator[Candidate]:
    seen = []
    for card in cards:
        if card.id in avoid:
            seen.append(card)
        else:
            yield card
    yield from seen


@dataclass(frozen=True, slots=True)
class _Slot:
    """So many questions to be taken from a deck, those before `start` excepted."""

    need: int
    deck: Deck
    start: int = 0


def _with_least_reuse(
    plan: Sequence[int], decks: Sequence[Deck], taken: Taken, avoid: frozenset[str], least: int
) -> tuple[Candidate, ...] | None:
    """Allow as few seen questions as need be: by the plan, else in any combination of levels."""
    planned = [_Slot(need, deck) for need, deck in zip(plan, decks, strict=True) if need]
    planned.sort(key=lambda slot: slot.deck.size - slot.need)
    free: list[_Slot] | None = None
    total = sum(plan)
    steps = _FREE_STEPS
    for reuse in range(least, (total if avoid else least) + 1):
        found = _Search(avoid, _PLANNED_STEPS).fill(planned, taken, reuse)
        if found is None:
            free = free or _free_slots(plan, decks)
            search = _Search(avoid, _FREE_STEPS if reuse == total else steps)
            found = search.fill(free, taken, reuse)
            steps = max(1, search.steps)
        if found is not None:
            return found.chosen
    return None


def _free_slots(plan: Sequence[int], decks: Sequence[Deck]) -> list[_Slot]:
    width = len(LEVELS)
    slots = []
    for skill in range(len(SKILLS)):
        cells = slice(skill * width, (skill + 1) * width)
        slots.append(_Slot(sum(plan[cells]), Deck.joined(decks[cells], plan[cells])))
    return sorted(
        (slot for slot in slots if slot.need), key=lambda slot: slot.deck.size - slot.need
    )


class _Search:
    """A depth-first search that gives up after a number of steps."""

    def __init__(self, avoid: frozenset[str], steps: int) -> None:
        self.avoid = avoid
        self.steps = steps

    def fill(self, slots: Sequence[_Slot], taken: Taken, reuse: int) -> Taken | None:
        """Fill all slots, using at most `reuse` questions to avoid; None when it cannot be."""
        if not slots:
            return taken
        if not self._promising(slots, taken, reuse):
            return None
        slot, rest = slots[0], slots[1:]
        for after, card in slot.deck.after(slot.start):
            cost = card.id in self.avoid
            if cost > reuse or not taken.fits(card):
                continue
            self.steps -= 1
            if self.steps < 0:
                return None
            more = [_Slot(slot.need - 1, slot.deck, after)] if slot.need > 1 else []
            found = self.fill([*more, *rest], taken.with_one(card), reuse - cost)
            if found is not None:
                return found
        return None

    def _promising(self, slots: Sequence[_Slot], taken: Taken, reuse: int) -> bool:
        """False when a slot cannot be filled any more, or only with too many seen questions."""
        for slot in slots:
            lack = self._lack(slot, taken)
            if lack is None or lack > reuse:
                return False
            reuse -= lack
        return taken.room is None or self._levels_promising(slots, taken, taken.room)

    def _lack(self, slot: _Slot, taken: Taken) -> int | None:
        """How many seen questions a slot needs at least; None when even these do not suffice."""
        fresh = old = 0
        for _, card in slot.deck.after(slot.start):
            if taken.fits(card):
                if card.id in self.avoid:
                    old += 1
                else:
                    fresh += 1
                if fresh == slot.need:
                    return 0
        return slot.need - fresh if fresh + old >= slot.need else None

    @staticmethod
    def _levels_promising(slots: Sequence[_Slot], taken: Taken, room: tuple[int, ...]) -> bool:
        missing = list(room)
        for slot in slots:
            for _, card in slot.deck.after(slot.start):
                if missing[card.level] > 0 and taken.fits(card):
                    missing[card.level] -= 1
                    if not any(missing):
                        return True
        return not any(missing)
