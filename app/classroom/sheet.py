"""The sheet: what of an attempt never changes once it is drawn, and so can be remembered."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from app.domain.bank import Bank
from app.errors import NotFound
from app.quiz.drawing import DrawnItem, DrawnPaper


@dataclass(frozen=True)
class Sheet:
    """The paper of an attempt and whose it is.

    `key_hash` is the SHA-256 of the student's key; `avoided` the ids of the questions of the
    attempts before it; `time_limit` the minutes that were set at the start; `resume_code` opens it
    at another device.
    """

    id: str
    key_hash: bytes
    bank: Bank
    paper: DrawnPaper
    avoided: tuple[str, ...]
    started_at: datetime
    time_limit: int | None = None
    resume_code: str | None = None

    @cached_property
    def _by_number(self) -> dict[int, DrawnItem]:
        return {item.n: item for item in self.paper.items}

    def item(self, n: int) -> DrawnItem:
        """The question with a number; NotFound when the paper has none."""
        if n not in self._by_number:
            raise NotFound(f"This paper has no question {n}.")
        return self._by_number[n]
