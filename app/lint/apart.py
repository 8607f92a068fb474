"""Which questions of a bank are never in one paper: enemies, and those on one claim or device."""

from collections import defaultdict
from collections.abc import Mapping

from app.domain.bank import Bank
from app.domain.problem import Edit


class Apart:
    """What keeps two questions of a bank apart.

    As the drawing has it (`quiz.pool`, which lies above this layer): enemies, whichever of the two
    names the other; anything that both are about; and claims that are enemies of each other.
    """

    def __init__(self, bank: Bank) -> None:
        self._by_id = bank.by_id
        self._rivals = _rivals(bank)

    def never_meet(self, one: str, other: str) -> bool:
        """Whether no paper can hold both questions."""
        first, second = self._by_id[one], self._by_id[other]
        if other in first.enemies or one in second.enemies:
            return True
        barred = first.about.union(*(self._rivals.get(name, ()) for name in first.about))
        return not barred.isdisjoint(second.about)

    def keep(self, one: str, other: str) -> Edit | None:
        """The edit that makes two written questions enemies; None where one was generated.

        Enemies of claims would keep generated ones apart, and with them every question on either
        claim: a small bank could then give no paper any more. That is for the teacher to decide.
        """
        first, second = self._by_id[one], self._by_id[other]
        written = not (first.family or second.family)
        return Edit((*first.origin, "enemies"), other) if written else None


def _rivals(bank: Bank) -> Mapping[str, set[str]]:
    rivals: dict[str, set[str]] = defaultdict(set)
    for claim in bank.claims.values():
        for enemy in claim.enemies:
            rivals[claim.id].add(enemy)
            rivals[enemy].add(claim.id)
    return rivals
