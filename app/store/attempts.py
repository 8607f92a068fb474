"""Attempts as they are kept: the paper that was drawn, whose it is, and whether it is open."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection, bindparam, insert, select, update

from app.store.tables import attempts

State = Literal["open", "handed-in"]
OPEN: State = "open"
HANDED_IN: State = "handed-in"

_ADD = insert(attempts)
_FIND = select(
    attempts.c.id,
    attempts.c.key_hash,
    attempts.c.bank_id,
    attempts.c.version,
    attempts.c.paper,
    attempts.c.avoided,
    attempts.c.started_at,
    attempts.c.time_limit,
    attempts.c.resume_code,
    attempts.c.state,
    attempts.c.handed_in_at,
    attempts.c.deadline_at,
).where(attempts.c.id == bindparam("attempt_id"))
_STANDING = select(attempts.c.state, attempts.c.handed_in_at, attempts.c.deadline_at).where(
    attempts.c.id == bindparam("attempt_id")
)
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


@dataclass(frozen=True, slots=True)
class NewAttempt:
    """An attempt at its start.

    `key_hash` is the SHA-256 of the student's key (32 bytes), `time_limit` in minutes.
    """

    id: str
    key_hash: bytes
    bank_id: str
    version: str
    paper: Mapping[str, Any]
    avoided: tuple[str, ...]
    after: str | None
    started_at: datetime
    time_limit: int | None = None
    deadline_at: datetime | None = None
    resume_code: str | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """What can change of an attempt."""

    state: State
    handed_in_at: datetime | None
    deadline_at: datetime | None


@dataclass(frozen=True, slots=True)
class StoredAttempt:
    """An attempt as it is kept: what never changes, and its standing."""

    id: str
    key_hash: bytes
    bank_id: str
    version: str
    paper: Mapping[str, Any]
    avoided: tuple[str, ...]
    started_at: datetime
    time_limit: int | None
    resume_code: str | None
    standing: Standing


def add_attempt(connection: Connection, attempt: NewAttempt) -> None:
    """Keep a new attempt, open."""
    connection.execute(
        _ADD,
        {
            "id": attempt.id,
            "key_hash": attempt.key_hash,
            "bank_id": attempt.bank_id,
            "version": attempt.version,
            "paper": attempt.paper,
            "avoided": attempt.avoided,
            "after": attempt.after,
            "state": OPEN,
            "started_at": attempt.started_at,
            "time_limit": attempt.time_limit,
            "deadline_at": attempt.deadline_at,
            "resume_code": attempt.resume_code,
        },
    )


def find_attempt(connection: Connection, attempt_id: str) -> StoredAttempt | None:
    """The attempt of an id; None when there is none."""
    row = connection.execute(_FIND, {"attempt_id": attempt_id}).one_or_none()
    if row is None:
        return None
    return StoredAttempt(
        id=row.id,
        key_hash=row.key_hash,
        bank_id=row.bank_id,
        version=row.version,
        paper=row.paper,
        avoided=tuple(row.avoided),
        started_at=row.started_at,
        time_limit=row.time_limit,
        resume_code=row.resume_code,
        standing=Standing(row.state, row.handed_in_at, row.deadline_at),
    )


def find_standing(
    connection: Connection, attempt_id: str, *, hold: bool = False
) -> Standing | None:
    """The standing of an attempt; None when there is no such attempt.

    `hold` keeps it as it is until the end of the transaction.
    """
    query = _STANDING_HELD if hold else _STANDING
    row = connection.execute(query, {"attempt_id": attempt_id}).one_or_none()
    return Standing(*row) if row else None


def close_attempt(connection: Connection, attempt_id: str, now: datetime) -> bool:
    """Hand an attempt in; False when it was handed in before, or is not there."""
    return connection.execute(_CLOSE, {"attempt_id": attempt_id, "now": now}).rowcount == 1


def move_deadline(connection: Connection, attempt_id: str, deadline_at: datetime) -> None:
    """Give an attempt another deadline; the caller has looked whether it may have one."""
    connection.execute(_MOVE, {"attempt_id": attempt_id, "moved_to": deadline_at})
