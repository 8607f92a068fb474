"""All candidates of a bank, sorted by what they are; a set of them is the bits of one number.

Candidates are numbered in the order of their ids; a set of them is a whole number whose bit `n` is
set when it holds candidate `n`. What a choice rules out is then one operation, however large the
bank is. A pool is made once for each bank in memory.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final, TypeVar
from weakref import ReferenceType, ref

from app.domain.bank import Bank
from app.domain.meeting import Meetings
from app.domain.question import Question
from app.domain.skill import LEVELS, SKILLS
from app.quiz.candidates import CELLS, Candidate, candidates_of
from app.quiz.telling import telling_pairs

FAMILY_LIMIT: Final = 2
"""At most so many questions of one family are in a paper, where it cannot do with one of each."""

ENEMIES, CLAIMS, STEMS = "enemies", "claims", "stems"
"""What keeps two candidates apart: their enemies, what they are about, a stem that tells a key."""

Bits = int
"""A set of candidates."""

Name = TypeVar("Name", bound=Hashable)


@dataclass(frozen=True)
class Pool:
    """All candidates of a bank, and what keeps them apart.

    `limits` gives for each reason to keep candidates apart the set that each of them rules out.
    `family_limit` is how many questions of one family a paper holds at most. `reassuring` are
    candidates of which every paper has one: none in a bank without a content note.
    """

    cards: tuple[Candidate, ...]
    limits: Mapping[str, tuple[Bits, ...]] = field(default_factory=dict)
    family_limit: int = FAMILY_LIMIT
    reassuring: Bits = 0

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The number of each candidate by its id."""
        return {card.id: place for place, card in enumerate(self.cards)}

    @cached_property
    def clashes(self) -> tuple[Bits, ...]:
        """What each candidate rules out, itself included."""
        clashes = [1 << place for place in range(len(self.cards))]
        for bits in self.limits.values():
            clashes = [one | other for one, other in zip(clashes, bits, strict=True)]
        return tuple(clashes)

    @cached_property
    def every(self) -> Bits:
        """All candidates."""
        return (1 << len(self.cards)) - 1

    @cached_property
    def written(self) -> Bits:
        """The candidates written by hand."""
        return self.of_family.get("", 0)

    @cached_property
    def breadths(self) -> tuple[int, ...]:
        """How many candidates each one rules out."""
        return tuple(bits.bit_count() for bits in self.clashes)

    @cached_property
    def of_family(self) -> Mapping[str, Bits]:
        """The candidates of each family; those written by hand under ""."""
        return self._sorted_by(lambda card: card.family)

    @cached_property
    def of_group(self) -> Mapping[str, Bits]:
        """The candidates of each group of alike families; those written by hand under ""."""
        return self._sorted_by(lambda card: card.group)

    @cached_property
    def of_kind(self) -> Mapping[str, Bits]:
        """The candidates of each kind."""
        return self._sorted_by(lambda card: card.kind)

    @cached_property
    def of_part(self) -> Mapping[str, Bits]:
        """The candidates of each sub-skill."""
        return self._sorted_by(lambda card: card.part)

    @cached_property
    def of_cell(self) -> tuple[Bits, ...]:
        """The candidates of each cell, in the order of `CELLS`."""
        found = self._sorted_by(lambda card: card.cell)
        return tuple(found.get(cell, 0) for cell in range(len(CELLS)))

    @cached_property
    def of_skill(self) -> tuple[Bits, ...]:
        """The candidates of each skill, in the order of `SKILLS`."""
        found = self._sorted_by(lambda card: card.skill)
        return tuple(found.get(skill, 0) for skill in range(len(SKILLS)))

    @cached_property
    def of_level(self) -> tuple[Bits, ...]:
        """The candidates of each level, in the order of `LEVELS`."""
        found = self._sorted_by(lambda card: card.level)
        return tuple(found.get(level, 0) for level in range(len(LEVELS)))

    def of_kinds(self, kinds: Sequence[str]) -> Bits:
        """The candidates of these kinds; none at all means every kind."""
        return union(self.of_kind.get(kind, 0) for kind in kinds) if kinds else self.every

    def bits(self, names: Iterable[str]) -> Bits:
        """The set of these candidates; ids that the bank does not have are left out."""
        return union(1 << self.places[name] for name in names if name in self.places)

    def without(self, limit: str) -> "Pool":
        """The same, as if one of `limits` kept nothing apart."""
        return replace(
            self, limits={name: bits for name, bits in self.limits.items() if name != limit}
        )

    def without_families(self) -> "Pool":
        """The same, as if a paper held any number of questions of one family."""
        return replace(self, family_limit=len(self.cards))

    def _sorted_by(self, key: Callable[[Candidate], Name]) -> dict[Name, Bits]:
        found: dict[Name, Bits] = {}
        for place, card in enumerate(self.cards):
            found[key(card)] = found.get(key(card), 0) | 1 << place
        return found


def union(sets: Iterable[Bits]) -> Bits:
    """What is in any of the sets."""
    found = 0
    for bits in sets:
        found |= bits
    return found


def make_pool(bank: Bank) -> Pool:
    """Sort the questions of a bank, and find out what keeps them apart."""
    questions = sorted(bank.questions, key=lambda question: question.id)
    pool = Pool(candidates_of(questions))
    meetings, told = Meetings(bank), _told(questions)
    limits = {
        ENEMIES: tuple(pool.bits(meetings.enemies(question.id)) for question in questions),
        CLAIMS: _on_one_claim(questions, meetings),
        STEMS: tuple(pool.bits(told.get(question.id, ())) for question in questions),
    }
    reassuring = (question.id for question in questions if question.reassures)
    noted = bank.content_note is not None
    return replace(pool, limits=limits, reassuring=pool.bits(reassuring) if noted else 0)


def _on_one_claim(questions: Sequence[Question], meetings: Meetings) -> tuple[Bits, ...]:
    """For each question, those that are about anything that it bars."""
    about: dict[str, Bits] = {}
    for place, question in enumerate(questions):
        for name in question.about:
            about[name] = about.get(name, 0) | 1 << place
    return tuple(
        union(about.get(name, 0) for name in meetings.bars(question)) for question in questions
    )


def _told(questions: Sequence[Question]) -> Mapping[str, set[str]]:
    """The questions that tell each one's answer, or whose answer it tells."""
    both: dict[str, set[str]] = {}
    for one, other in telling_pairs(questions):
        both.setdefault(one, set()).add(other)
        both.setdefault(other, set()).add(one)
    return both


_POOLS: dict[int, tuple[ReferenceType[Bank], Pool]] = {}
"""Pools by the identity of their bank: a bank is immutable, and too large to be hashed."""


def pool_of(bank: Bank) -> Pool:
    """The bank's candidates, kept as long as the bank is."""
    known = _POOLS.get(id(bank))
    if known is None or known[0]() is not bank:
        place = id(bank)
        known = (ref(bank, lambda _: _POOLS.pop(place, None)), make_pool(bank))
        _POOLS[place] = known
    return known[1]
