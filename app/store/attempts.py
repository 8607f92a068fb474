"""Attempts as they are kept: what never changes of each, and its standing, which does."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection, bindparam, insert, select, update

from app.quiz.drawing import DrawnPaper
from app.store.tables import attempts

State = Literal["open", "handed-in"]
OPEN: State = "open"
HANDED_IN: State = "handed-in"

_STANDING_COLUMNS = (
    attempts.c.state,
    attempts.c.deadline_at,
    attempts.c.handed_in_at,
    attempts.c.resume_code,
)
_ADD = insert(attempts)
_FIND = select(
    attempts.c.id,
    attempts.c.key_hash,
    attempts.c.bank_id,
    attempts.c.paper,
    attempts.c.avoided,
    attempts.c.after,
    attempts.c.started_at,
    attempts.c.time_limit,
    *_STANDING_COLUMNS,
).where(attempts.c.id == bindparam("attempt_id"))
_STANDING = select(*_STANDING_COLUMNS).where(attempts.c.id == bindparam("attempt_id"))
_STANDING_HELD = _STANDING.with_for_update()
_CLOSE = (
    update(attempts)
    .where(attempts.c.id == bindparam("attempt_id"), attempts.c.state == OPEN)
    .values(state=HANDED_IN, handed_in_at=bindparam("now"))
)
_MOVE = (
    update(attempts)
    .where(attempts.c.id == bindparam("attempt_id"))
    .values(deadline_at=bindparam("moved_to"))
)
_RENEW = (
    update(attempts)
    .where(attempts.c.id == bindparam("attempt_id"))
    .values(resume_code=bindparam("code"))
)


@dataclass(frozen=True, slots=True)
class Attempt:
    """What never changes of an attempt, and so can be remembered.

    `key_hash` is the SHA-256 of the student's key (32 bytes). `avoided` are the ids of the
    questions that the student has seen in earlier attempts, the last of which is `after`.
    `time_limit` is the number of minutes set at the start, None for no limit.
    """

    id: str
    key_hash: bytes
    bank_id: str
    paper: DrawnPaper
    avoided: tuple[str, ...]
    after: str | None
    started_at: datetime
    time_limit: int | None = None

    @property
    def version(self) -> str:
        """The bank version that the paper was drawn from."""
        return self.paper.version


@dataclass(frozen=True, slots=True)
class Standing:
    """What changes of an attempt; `resume_code` opens it at another device."""

    state: State = OPEN
    deadline_at: datetime | None = None
    handed_in_at: datetime | None = None
    resume_code: str | None = None


def add_attempt(connection: Connection, attempt: Attempt, standing: Standing) -> None:
    """Keep a new attempt."""
    connection.execute(
        _ADD,
        {
            "id": attempt.id,
            "key_hash": attempt.key_hash,
            "bank_id": attempt.bank_id,
            "version": attempt.version,
            "paper": attempt.paper.as_json(),
            "avoided": attempt.avoided,
            "after": attempt.after,
            "started_at": attempt.started_at,
            "time_limit": attempt.time_limit,
            "state": standing.state,
            "deadline_at": standing.deadline_at,
            "handed_in_at": standing.handed_in_at,
            "resume_code": standing.resume_code,
        },
    )


def find_attempt(connection: Connection, attempt_id: str) -> tuple[Attempt, Standing] | None:
    """The attempt with an id, and its standing; None when there is none."""
    row = connection.execute(_FIND, {"attempt_id": attempt_id}).one_or_none()
    return (_attempt(row), _standing(row)) if row else None


def find_standing(
    connection: Connection, attempt_id: str, *, hold: bool = False
) -> Standing | None:
    """The standing of an attempt; None when there is no such attempt.

    `hold` keeps other transactions from changing it until this one ends.
    """
    query = _STANDING_HELD if hold else _STANDING
    row = connection.execute(query, {"attempt_id": attempt_id}).one_or_none()
    return _standing(row) if row else None


def close_attempt(connection: Connection, attempt_id: str, now: datetime) -> bool:
    """Hand an attempt in; False when it was handed in before, or does not exist."""
    return connection.execute(_CLOSE, {"attempt_id": attempt_id, "now": now}).rowcount == 1


def move_deadline(connection: Connection, attempt_id: str, deadline_at: datetime) -> None:
    """Give an attempt another deadline; the caller has checked that it may have one."""
    connection.execute(_MOVE, {"attempt_id": attempt_id, "moved_to": deadline_at})


def set_code(connection: Connection, attempt_id: str, code: str) -> None:
    """Give an attempt another resume code; the one before opens nothing any more."""
    connection.execute(_RENEW, {"attempt_id": attempt_id, "code": code})


def _attempt(row: Any) -> Attempt:
    return Attempt(
        id=row.id,
        key_hash=row.key_hash,
        bank_id=row.bank_id,
        paper=DrawnPaper.from_json(row.paper),
        avoided=tuple(row.avoided),
        after=row.after,
        started_at=row.started_at,
        time_limit=row.time_limit,
    )


def _standing(row: Any) -> Standing:
    return Standing(row.state, row.deadline_at, row.handed_in_at, row.resume_code)
