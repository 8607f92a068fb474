"""The parts of a question of any kind, and the place of each: what a linter may look at."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from app.domain.option import Option


@dataclass(frozen=True, slots=True)
class Anatomy:
    """What a student chooses from, judges, orders or types, with the key.

    `options` are chosen from, `right` are the ids of those that are right; `rows` are answered one
    by one, and `key` gives each row's id the id of its option. `accepted` are the answers that a
    student may type; `number` is the answer and its tolerance where a number is asked for. What a
    kind does not have stays empty.
    """

    options: tuple[Option, ...] = ()
    right: frozenset[str] = frozenset()
    rows: tuple[Option, ...] = ()
    key: Mapping[str, str] = field(default_factory=dict)
    accepted: tuple[Option, ...] = ()
    number: tuple[Decimal, Decimal] | None = None
    several: bool = False
    """Whether a student may choose several options."""
    fixed: bool = False
    """Whether the options stand in the order of the bank."""
    ordered: bool = False
    """Whether the order of the rows, or of the right options, is the key."""
    quoted: bool = False
    """Whether the options are words of the article, which the student sees in their place."""
    all_ticked: float = 0.0
    """The points, from 0 to 1, of a student who ticks every option."""
