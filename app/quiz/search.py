"""Filling the slots of a paper: greedily, or by a search that looks ahead."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from app.quiz.dealing import Deck
from app.quiz.pool import Candidate

_PLENTY: Final = 6
"""Questions beyond those needed from which on it is not worth counting."""


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


@dataclass(frozen=True, slots=True)
class Slot:
    """So many questions to be taken from a deck, those before `start` excepted."""

    need: int
    deck: Deck
    start: int = 0


def greedy(slots: Sequence[Slot], taken: Taken, avoid: Collection[str]) -> Taken | None:
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


class Search:
    """A depth-first search that looks ahead, scarcest slot first, for a number of steps."""

    def __init__(self, avoid: Collection[str], steps: int) -> None:
        self.avoid = avoid
        self.steps = steps

    def fill(self, slots: Sequence[Slot], taken: Taken, reuse: int) -> Taken | None:
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
            more = [Slot(slot.need - 1, slot.deck, after)] if slot.need > 1 else []
            found = self.fill([*more, *rest], taken.with_one(card), reuse - cost)
            if found is not None:
                return found
        return None

    def _scarcest(self, slots: Sequence[Slot], taken: Taken, reuse: int) -> int | None:
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

    def _choice(self, slot: Slot, taken: Taken) -> tuple[int, int]:
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


def _levels_promising(slots: Sequence[Slot], taken: Taken) -> bool:
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
