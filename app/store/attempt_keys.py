"""Ways to an attempt: its resume code, the further keys that reach it, and codes that missed."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, exists, func, insert, or_, select

from app.store.attempts import OPEN
from app.store.tables import attempt_keys, attempts, code_misses

_BY_CODE = select(attempts.c.id).where(
    attempts.c.resume_code == bindparam("code"),
    or_(attempts.c.state == OPEN, attempts.c.handed_in_at > bindparam("closed_after")),
)
_HAS_KEY = select(attempt_keys.c.attempt_id).where(
    attempt_keys.c.attempt_id == bindparam("attempt_id"),
    attempt_keys.c.key_hash == bindparam("key_hash"),
)
_ADD_KEY = insert(attempt_keys)
_OPEN_OF = (
    select(attempts.c.id)
    .where(
        attempts.c.state == OPEN,
        or_(
            attempts.c.key_hash == bindparam("key_hash"),
            exists().where(
                attempt_keys.c.attempt_id == attempts.c.id,
                attempt_keys.c.key_hash == bindparam("key_hash"),
            ),
        ),
    )
    .order_by(attempts.c.started_at.desc())
)
_FORGET = delete(code_misses).where(code_misses.c.missed_at <= bindparam("before"))
_ADD_MISS = insert(code_misses)
_COUNT = select(
    func.count(),
    func.count().filter(code_misses.c.address_hash == bindparam("address_hash")),
).select_from(code_misses)


def find_by_code(connection: Connection, code: str, closed_after: datetime) -> str | None:
    """The id of the attempt with a resume code, open or handed in after a moment; else None."""
    sought = {"code": code, "closed_after": closed_after}
    found: str | None = connection.execute(_BY_CODE, sought).scalar_one_or_none()
    return found


def add_key(connection: Connection, attempt_id: str, key_hash: bytes, now: datetime) -> None:
    """Let a further key reach an attempt."""
    if not has_key(connection, attempt_id, key_hash):
        row = {"attempt_id": attempt_id, "key_hash": key_hash, "added_at": now}
        connection.execute(_ADD_KEY, row)


def has_key(connection: Connection, attempt_id: str, key_hash: bytes) -> bool:
    """Whether a key was added to an attempt."""
    sought = {"attempt_id": attempt_id, "key_hash": key_hash}
    return connection.execute(_HAS_KEY, sought).first() is not None


def open_attempts_of(connection: Connection, key_hash: bytes) -> tuple[str, ...]:
    """The ids of the open attempts that a key reaches, the newest first."""
    return tuple(connection.execute(_OPEN_OF, {"key_hash": key_hash}).scalars())


def add_miss(connection: Connection, address_hash: bytes, now: datetime) -> None:
    """Count a wrong code."""
    connection.execute(_ADD_MISS, {"address_hash": address_hash, "missed_at": now})


def forget_misses(connection: Connection, before: datetime) -> None:
    """Delete the misses up to a moment."""
    connection.execute(_FORGET, {"before": before})


def count_misses(connection: Connection, address_hash: bytes) -> tuple[int, int]:
    """The number of misses: of all addresses, and of this one."""
    all_addresses, own = connection.execute(_COUNT, {"address_hash": address_hash}).one()
    return int(all_addresses), int(own)
