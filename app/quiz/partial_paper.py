"""A paper in the making: what is chosen, what is missing, and what still fits."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.quiz.candidates import Candidate
from app.quiz.pool import Bits, Pool, union

Quota = tuple[Bits, int]
"""Some candidates, and how many more of them the paper takes."""


@dataclass(frozen=True, slots=True)
class PartialPaper:
    """What is chosen, and what may join it.

    `open` are the candidates that fit one by one, and `quotas` what is missing, each question of
    the paper counted in at least one of them. `chosen` are numbers of candidates in the order in
    which they came in, `held` the same as a set.
    """

    pool: Pool
    open: Bits
    quotas: tuple[Quota, ...]
    chosen: tuple[int, ...] = ()
    held: Bits = 0

    @property
    def is_whole(self) -> bool:
        """Whether nothing is missing."""
        return not any(left for _, left in self.quotas)

    @property
    def cards(self) -> list[Candidate]:
        """The chosen candidates."""
        return [self.pool.cards[place] for place in self.chosen]

    def fits(self, place: int) -> bool:
        """Whether this candidate may join."""
        return bool(self.open >> place & 1)

    def count(self, candidates: Bits) -> int:
        """How many of these candidates are chosen."""
        return (self.held & candidates).bit_count()

    def among(self, candidates: Bits) -> "PartialPaper":
        """The same, to be filled with these candidates alone."""
        return replace(self, open=self.open & candidates)

    def to_fill(self, quotas: Iterable[Quota]) -> "PartialPaper":
        """The same, to be filled by other quotas."""
        kept = tuple(quotas)
        full = union(bits for bits, left in kept if not left)
        return replace(self, open=self.open & ~full, quotas=kept)

    def with_one(self, place: int) -> "PartialPaper":
        """The same with one more candidate, one that fits."""
        pool, card = self.pool, self.pool.cards[place]
        quotas = tuple((bits, left - (bits >> place & 1)) for bits, left in self.quotas)
        closed = pool.clashes[place] | union(bits for bits, left in quotas if not left)
        held = self.held | 1 << place
        if card.family and self.count(pool.of_family[card.family]) + 1 >= pool.family_limit:
            closed |= pool.of_family[card.family]
        return PartialPaper(pool, self.open & ~closed, quotas, (*self.chosen, place), held)

    def can_be_filled(self) -> bool:
        """Whether every quota has enough candidates; clashes among them aside."""
        return all((self.open & bits).bit_count() >= left for bits, left in self.quotas if left)
