"""The questions of a bank, sorted for drawing: by skill and level, with all that excludes a pair.

Made once for each bank in memory: a request never pays for it.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final
from weakref import ReferenceType, ref

from app.domain.bank import Bank
from app.domain.question import Question
from app.domain.skill import LEVELS, SKILLS

FAMILY_LIMIT: Final = 2
"""At most so many questions of one family stand in a paper."""

CELLS: Final = tuple((skill, level) for skill in SKILLS for level in LEVELS)
"""Every skill with every level, in the order in which tables of nine numbers have them."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question as drawing sees it.

    `cell` is its place in `CELLS`; `about` what it rests on, and `bars` that and the enemies of
    its claims; `enemies` holds question ids and is symmetric;
    `rivals` is about how many others it rules out.
    """

    id: str
    kind: str
    cell: int
    about: frozenset[str]
    bars: frozenset[str]
    enemies: frozenset[str]
    family: str
    rivals: int = 0

    @property
    def skill(self) -> int:
        """The skill's place in `SKILLS`."""
        return self.cell // len(LEVELS)

    @property
    def level(self) -> int:
        """The level's place in `LEVELS`, from 0."""
        return self.cell % len(LEVELS)


@dataclass(frozen=True, slots=True)
class Pool:
    """All candidates of a bank by id, and those that may be drawn by cell, each sorted by id.

    `reasons` remembers which demands were found possible (no reason), and why others are not.
    """

    by_id: Mapping[str, Candidate]
    cells: tuple[tuple[Candidate, ...], ...]
    drawable: frozenset[str]
    reasons: dict[Hashable, tuple[str, ...]] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, candidates: Iterable[Candidate], kinds: tuple[str, ...] = ()) -> "Pool":
        """Sort candidates into cells; those of other kinds are known, and not drawn."""
        by_id = {entry.id: entry for entry in candidates}
        cells: list[list[Candidate]] = [[] for _ in CELLS]
        for _, entry in sorted(by_id.items()):
            if not kinds or entry.kind in kinds:
                cells[entry.cell].append(entry)
        drawable = frozenset(entry.id for cell in cells for entry in cell)
        return cls(by_id, tuple(map(tuple, cells)), drawable)

    def of_kinds(self, kinds: tuple[str, ...]) -> "Pool":
        """The same, with only these kinds to draw from; none at all means every kind."""
        return Pool.of(self.by_id.values(), kinds)

    def without_enemies(self) -> "Pool":
        """The same, as if no questions were enemies."""
        return self._with(enemies=frozenset())

    def without_claims(self) -> "Pool":
        """The same, as if no two questions were about one claim or device, or about enemies."""
        return self._with(about=frozenset(), bars=frozenset())

    def without_families(self) -> "Pool":
        """The same, as if every question were written by hand."""
        return self._with(family="")

    def _with(self, **changes: object) -> "Pool":
        def changed(entry: Candidate) -> Candidate:
            return replace(entry, **changes)  # type: ignore[arg-type]  # names are checked by tests

        by_id = {name: changed(entry) for name, entry in self.by_id.items()}
        cells = tuple(tuple(by_id[entry.id] for entry in cell) for cell in self.cells)
        return Pool(by_id, cells, self.drawable)


def _symmetric(pairs: Iterable[tuple[str, frozenset[str]]]) -> dict[str, set[str]]:
    both: dict[str, set[str]] = {}
    for name, enemies in pairs:
        for enemy in enemies:
            both.setdefault(name, set()).add(enemy)
            both.setdefault(enemy, set()).add(name)
    return both


def _build(bank: Bank) -> Pool:
    enemies = _symmetric((question.id, question.enemies) for question in bank.questions)
    rivals = _symmetric((claim.id, claim.enemies) for claim in bank.claims.values())
    often = Counter(name for question in bank.questions for name in question.about)
    return Pool.of(_candidate(question, enemies, rivals, often) for question in bank.questions)


def _candidate(
    question: Question,
    enemies: Mapping[str, set[str]],
    rivals: Mapping[str, set[str]],
    often: Mapping[str, int],
) -> Candidate:
    barred = question.about.union(*(rivals.get(name, ()) for name in question.about))
    return Candidate(
        id=question.id,
        kind=question.kind,
        cell=CELLS.index((question.skill.skill, question.level)),
        about=question.about,
        bars=barred,
        enemies=frozenset(enemies.get(question.id, ())),
        family=question.family,
        rivals=len(enemies.get(question.id, ()))
        + sum(often[name] - 1 for name in barred if name in often),
    )


_POOLS: dict[int, tuple[ReferenceType[Bank], dict[tuple[str, ...], Pool]]] = {}
"""Pools by the identity of their bank: a bank is immutable, and too large to be hashed."""


def pool_of(bank: Bank, kinds: tuple[str, ...] = ()) -> Pool:
    """The bank's candidates of these kinds (none: of every kind), kept as long as the bank is."""
    known = _POOLS.get(id(bank))
    if known is None or known[0]() is not bank:
        place = id(bank)
        known = (ref(bank, lambda _: _POOLS.pop(place, None)), {(): _build(bank)})
        _POOLS[place] = known
    pools = known[1]
    if kinds not in pools:
        pools[kinds] = pools[()].of_kinds(kinds)
    return pools[kinds]
