"""The lots of a draw: in which order the candidates come, fixed by the seed.

Hand-written questions come one by one; a family comes as one, by its weight and not by the number
of its questions, and then one of its questions.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from app.domain.chance import Chance
from app.quiz.pool import Bits, Pool


@dataclass(frozen=True)
class Deal:
    """All candidates with their lots: whole numbers below 2**64, the smallest comes first."""

    pool: Pool
    lots: tuple[int, ...]

    @classmethod
    def of(cls, pool: Pool, seed: int, *labels: int) -> "Deal":
        """The lots of a seed; `labels` tell its deals apart."""
        count = len(pool.cards) + len(pool.of_family)
        return cls(pool, Chance(seed).numbers(count, *labels))

    @cached_property
    def order(self) -> tuple[int, ...]:
        """The candidates in the order in which they come."""
        return (*self._written(), *self._by_family())

    def first(self, candidates: Bits) -> int:
        """The candidate of a set, not an empty one, that comes first."""
        return next(place for place in self.order if candidates >> place & 1)

    def by_lot(self, candidates: Bits) -> int:
        """One of a set, not an empty one, whether it is hand-written or of a family."""
        places = (place for place in range(candidates.bit_length()) if candidates >> place & 1)
        return min(places, key=self.lots.__getitem__)

    def _written(self) -> list[int]:
        places = (place for place, card in enumerate(self.pool.cards) if not card.family)
        return sorted(places, key=self.lots.__getitem__)

    def _by_family(self) -> list[int]:
        places: dict[str, list[int]] = defaultdict(list)
        for place, card in enumerate(self.pool.cards):
            if card.family:
                places[card.family].append(place)
        lots = dict(zip(sorted(places), self.lots[len(self.pool.cards) :], strict=False))
        weights = {name: self.pool.cards[found[0]].weight for name, found in places.items()}
        families = sorted(places, key=lambda name: lots[name] // weights[name])
        return [place for name in families for place in self._questions(places[name])]

    def _questions(self, places: list[int]) -> list[int]:
        """The questions of a family by lot; those with the verdict of the last one come first.

        Some verdicts fit into a paper more often than others. A verdict is therefore drawn by its
        share of the family, and then a question that has it. What rules out much comes later.
        """
        cards, lots, breadths = self.pool.cards, self.lots, self.pool.breadths
        wanted = cards[max(places, key=lots.__getitem__)].verdict
        return sorted(
            places,
            key=lambda place: (cards[place].verdict != wanted, lots[place] * breadths[place]),
        )
