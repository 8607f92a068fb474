"""Setting two questions of a bank apart: whether they are already, and the edit that does it."""

from app.domain.bank import Bank
from app.domain.meeting import Meetings
from app.domain.problem import Edit


class Apart:
    """Which questions of a bank never meet, and how to keep two more apart."""

    def __init__(self, bank: Bank) -> None:
        self._by_id = bank.by_id
        self._meetings = Meetings(bank)

    def never_meet(self, one: str, other: str) -> bool:
        """Whether the bank already keeps both questions out of one paper."""
        return self._meetings.never_meet(one, other)

    def keep(self, one: str, other: str) -> Edit | None:
        """The edit that makes two written questions enemies; None where one was generated.

        Enemies of claims would keep generated ones apart, and with them every question on either
        claim: a small bank could then give no paper any more. That is for the teacher to decide.
        """
        first, second = self._by_id[one], self._by_id[other]
        written = not (first.family or second.family)
        return Edit((*first.origin, "enemies"), other) if written else None
