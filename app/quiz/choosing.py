"""Choosing the questions of a paper: in an order fixed by the seed, with bounded backtracking."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from app.domain.chance import Chance
from app.domain.skill import LEVELS
from app.quiz.pool import CELLS, Candidate, Pool
from app.quiz.table import Cells, Demand, Supply, plan_table

_GREEDY: Final = 3
_RESTARTS: Final = 12
_SHORT: Final = 60
_LONG: Final = 2_000
"""How often a paper is begun without and with looking ahead, and how many questions are tried
before giving up: in each of the short searches, and in the long one at the end.

A search that began badly is better begun anew (Gomes, Selman and Kautz 1998, Boosting
combinatorial search through randomization); the long one decides what is small.
"""

_PLENTY: Final = 6
"""Questions beyond those needed from which on it is not worth counting."""


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
    found = Draft(pool, plan, supply, taken, Chance(seed), frozenset(avoid)).choose()
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
    """Candidates in an order fixed by the seed, looked at only as far as needed.

    A large bank thus costs no more than a small one.
    """

    def __init__(self, source: Iterator[Candidate], size: int) -> None:
        self.size = size
        self._source = source
        self._dealt: list[Candidate] = []

    @classmethod
    def joined(cls, pairs: Iterable[tuple["Deck", int]]) -> "Deck":
        """One deck of several: first so many of each, then the rest in turn."""
        piles = [([card for _, card in deck.after(0)], count) for deck, count in pairs]
        firsts = [card for pile, count in piles for card in pile[:count]]
        rests = zip_longest(*(pile[count:] for pile, count in piles))
        cards = [*firsts, *(card for turn in rests for card in turn if card)]
        return cls(iter(cards), len(cards))

    def after(self, start: int) -> Iterator[tuple[int, Candidate]]:
        """The candidates from place `start` on, each with the place after it."""
        for place in range(start, self.size):
            while place >= len(self._dealt):
                self._dealt.append(next(self._source))
            yield place + 1, self._dealt[place]


def _shuffled(
    cards: Sequence[Candidate], chance: Chance, place: int, attempt: int
) -> Iterator[Candidate]:
    """Deal in an order of chance, as Durstenfeld (1964) shuffles."""
    moved: dict[int, int] = {}
    for turn in range(len(cards)):
        other = turn + chance.below(len(cards) - turn, "deck", place, attempt, turn)
        yield cards[moved.get(other, other)]
        moved[other] = moved.get(turn, turn)


def _easy_first(
    cards: Sequence[Candidate], chance: Chance, place: int, attempt: int
) -> Iterator[Candidate]:
    """Deal in an order of chance where those that rule out few others come first, ever more so."""
    weight = attempt - _GREEDY + 1

    def rank(card: Candidate) -> tuple[int, str]:
        draw = chance.number("easy", place, attempt, card.id)
        return draw * (1 + card.rivals) ** weight, card.id

    return iter(sorted(cards, key=rank))


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


def _greedy(slots: Sequence[_Slot], taken: Taken, avoid: Collection[str]) -> Taken | None:
    """Take the first that fit, scarce cells first, and no seen one; None when that gets stuck."""
    for slot in slots:
        need = slot.need
        for _, card in slot.deck.after(slot.start):
            if card.id in avoid:
                return None
            if taken.fits(card):
                taken = taken.with_one(card)
                need -= 1
                if not need:
                    break
        if need:
            return None
    return taken


class Draft:
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
            found = found or _greedy(self._by_plan(attempt), self.taken, self.avoid)
        return found

    def _search(self, slots: Callable[[int], list[_Slot]], reuse: int) -> Taken | None:
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
        deal = _shuffled if attempt < _GREEDY else _easy_first
        return [
            self._deck(deal(cell, self.chance, place, attempt), len(cell))
            for place, cell in enumerate(self.cells)
        ]

    def _deck(self, source: Iterator[Candidate], size: int) -> Deck:
        return Deck(_unseen_first(source, self.avoid) if self.avoid else source, size)

    def _by_plan(self, attempt: int) -> list[_Slot]:
        pairs = zip(self.needs, self._decks(attempt), strict=True)
        slots = [_Slot(need, deck) for need, deck in pairs if need]
        return sorted(slots, key=lambda slot: slot.deck.size - slot.need)

    def _by_skill(self, attempt: int) -> list[_Slot]:
        width, pairs = len(LEVELS), list(zip(self._decks(attempt), self.needs, strict=True))
        slots = []
        for start in range(0, len(pairs), width):
            part = pairs[start : start + width]
            need = sum(count for _, count in part)
            if need:
                slots.append(_Slot(need, Deck.joined(part)))
        return slots


class Search:
    """A depth-first search that looks ahead, scarcest slot first, for a number of steps."""

    def __init__(self, avoid: Collection[str], steps: int) -> None:
        self.avoid = avoid
        self.steps = steps

    def fill(self, slots: Sequence[_Slot], taken: Taken, reuse: int) -> Taken | None:
        """Fill all slots, using at most `reuse` questions to avoid; None when it cannot be."""
        if not slots:
            return taken
        scarce = self._scarcest(slots, taken, reuse)
        if scarce is None:
            return None
        slot, rest = slots[scarce], [*slots[:scarce], *slots[scarce + 1 :]]
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

    def _scarcest(self, slots: Sequence[_Slot], taken: Taken, reuse: int) -> int | None:
        """The slot with the least choice; None when the slots cannot all be filled any more."""
        slacks = []
        for slot in slots:
            fresh, old = self._choice(slot, taken)
            reuse -= max(0, slot.need - fresh)
            slacks.append(fresh + old - slot.need)
        least = min(slacks)
        if reuse < 0 or least < 0 or not _levels_promising(slots, taken):
            return None
        return slacks.index(least)

    def _choice(self, slot: _Slot, taken: Taken) -> tuple[int, int]:
        """How many unseen and seen questions fit; counted only until there are plenty."""
        fresh = old = 0
        for _, card in slot.deck.after(slot.start):
            if taken.fits(card):
                if card.id in self.avoid:
                    old += 1
                else:
                    fresh += 1
                if fresh >= slot.need + _PLENTY:
                    break
        return fresh, old


def _levels_promising(slots: Sequence[_Slot], taken: Taken) -> bool:
    """False when a level cannot be met any more."""
    if taken.room is None:
        return True
    missing = list(taken.room)
    for slot in slots:
        for _, card in slot.deck.after(slot.start):
            if missing[card.level] > 0 and taken.fits(card):
                missing[card.level] -= 1
                if not any(missing):
                    return True
    return not any(missing)
