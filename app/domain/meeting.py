"""Who may meet whom: which questions of a bank never stand in one paper.

The one truth for the drawing, the linter and the families. Two questions never meet when one names
the other as an enemy, when both are about the same claim or device, or when they are about claims
that are enemies.
"""

from collections.abc import Iterable, Mapping

from app.domain.annotation import Claim
from app.domain.bank import Bank
from app.domain.question import Question

_NONE: frozenset[str] = frozenset()


def enemies_of(questions: Iterable[Question]) -> Mapping[str, frozenset[str]]:
    """The enemies of each question that has any, whichever of the two names the other."""
    return _both_ways((question.id, question.enemies) for question in questions)


def rivals_of(claims: Iterable[Claim]) -> Mapping[str, frozenset[str]]:
    """The enemies of each claim that has any, whichever of the two names the other."""
    return _both_ways((claim.id, claim.enemies) for claim in claims)


def _both_ways(pairs: Iterable[tuple[str, frozenset[str]]]) -> Mapping[str, frozenset[str]]:
    both: dict[str, set[str]] = {}
    for name, enemies in pairs:
        for enemy in enemies:
            both.setdefault(name, set()).add(enemy)
            both.setdefault(enemy, set()).add(name)
    return {name: frozenset(enemies) for name, enemies in both.items()}


class Meetings:
    """Which questions of a bank may stand in one paper."""

    def __init__(self, bank: Bank) -> None:
        self._by_id = bank.by_id
        self._enemies = enemies_of(bank.questions)
        self._rivals = rivals_of(bank.claims.values())

    def enemies(self, name: str) -> frozenset[str]:
        """The ids that the question names as enemies, and those that name it."""
        return self._enemies.get(name, _NONE)

    def bars(self, question: Question) -> frozenset[str]:
        """The ids of the claims and devices that no other question of its paper is about."""
        return question.about.union(*(self._rivals.get(name, _NONE) for name in question.about))

    def never_meet(self, one: str, other: str) -> bool:
        """Whether no paper holds both questions; the ids are those of two questions."""
        if other in self.enemies(one):
            return True
        return not self.bars(self._by_id[one]).isdisjoint(self._by_id[other].about)
