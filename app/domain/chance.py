"""Chance that is the same on every machine: numbers made by hashing a seed and labels.

`random` promises only that `random()` itself stays the same between Python versions; `shuffle`,
`sample` and `choice` may change. A hash of (seed, labels) depends on nothing but its input, and,
because it has no state, not even on the order of the calls.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b, shake_256
from struct import unpack
from typing import TypeVar

T = TypeVar("T")

Label = str | int


@dataclass(frozen=True, slots=True)
class Chance:
    """A source of repeatable chance; `seed` is any whole number."""

    seed: int

    def number(self, *labels: Label) -> int:
        """A whole number from 0 to 2**64 - 1, fixed by the seed and the labels."""
        text = "\x1f".join([str(self.seed), *map(str, labels)])
        return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")

    def numbers(self, count: int, *labels: Label) -> tuple[int, ...]:
        """So many whole numbers from 0 to 2**64 - 1, for the price of a few."""
        text = "\x1f".join([str(self.seed), *map(str, labels)])
        return unpack(f">{count}Q", shake_256(text.encode()).digest(8 * count))

    def below(self, limit: int, *labels: Label) -> int:
        """A whole number from 0 to `limit` - 1 (the bias is under limit / 2**64)."""
        return self.number(*labels) * limit >> 64

    def shuffled(self, items: Iterable[T], *labels: Label) -> list[T]:
        """The items in an order fixed by the seed and the labels: each gets a number, then sort."""
        ranked = list(enumerate(items))
        ranked.sort(key=lambda pair: (self.number(*labels, pair[0]), pair[0]))
        return [item for _, item in ranked]
