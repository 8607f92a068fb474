"""Answers as they are kept: every revision, and beside them the answers that do not count."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from json import dumps
from typing import Any, Final, Literal

from sqlalchemy import (
    Connection,
    Integer,
    LargeBinary,
    String,
    bindparam,
    delete,
    exists,
    func,
    insert,
    select,
)

from app.domain.cite_and_confidence import NEITHER_GIVEN, CiteAndConfidence
from app.store.attempts import OPEN
from app.store.tables import Json, Moment, answers, attempts, set_aside

Kept = Literal["stale", "late"]
STALE: Kept = "stale"
LATE: Kept = "late"

DIGEST_BYTES: Final = 16


@dataclass(frozen=True, slots=True)
class StoredAnswer:
    """The newest answer to question `n` that counts; `revision` is from 1, `response` JSON."""

    n: int
    revision: int
    response: Any
    saved_at: datetime
    backing: CiteAndConfidence = NEITHER_GIVEN


@dataclass(frozen=True, slots=True)
class SentAnswer:
    """An answer as it arrived: `known` is the newest revision that its sender knew, 0 for none."""

    n: int
    known: int
    response: Any
    received_at: datetime
    backing: CiteAndConfidence = NEITHER_GIVEN

    def says_what(self, stored: StoredAnswer) -> bool:
        """Whether it equals what is stored, in everything that makes an answer."""
        return bool((self.response, self.backing) == (stored.response, stored.backing))

    def as_stored(self) -> StoredAnswer:
        """The answer as the next revision."""
        return StoredAnswer(self.n, self.known + 1, self.response, self.received_at, self.backing)

    def digest(self) -> bytes:
        """What makes two answers the same, whenever they came."""
        said = (self.known, self.response, self.backing.cite, self.backing.confidence)
        return sha256(dumps(said, sort_keys=True).encode()).digest()[:DIGEST_BYTES]


_newest = (
    select(func.coalesce(func.max(answers.c.revision), 0))
    .where(answers.c.attempt_id == bindparam("attempt_id"), answers.c.n == bindparam("n"))
    .scalar_subquery()
)

# One statement checks and inserts, so that nothing can come between the two. The lock on the
# attempt is for databases with several writers; SQLite has only one.
_SAVE = (
    insert(answers)
    .from_select(
        ("attempt_id", "n", "revision", "response", "cite", "confidence", "saved_at"),
        select(
            attempts.c.id,
            bindparam("n", type_=Integer),
            bindparam("known", type_=Integer) + 1,
            bindparam("response", type_=Json()),
            bindparam("cite", type_=String),
            bindparam("confidence", type_=Integer),
            bindparam("saved_at", type_=Moment()),
        )
        .where(
            attempts.c.id == bindparam("attempt_id"),
            attempts.c.state == OPEN,
            _newest == bindparam("known", type_=Integer),
            attempts.c.deadline_at.is_(None)
            | (attempts.c.deadline_at >= bindparam("due", type_=Moment())),
        )
        .with_for_update(read=True, of=attempts),
        # Without this the number of rows of an INSERT is known on SQLite only.
    )
    .execution_options(preserve_rowcount=True)
)

_ADD = insert(answers)

# Looked up by an index, so that the cost does not grow with what was set aside before.
_SET_ASIDE = insert(set_aside).from_select(
    (
        "attempt_id",
        "n",
        "known_revision",
        "response",
        "cite",
        "confidence",
        "received_at",
        "kept",
        "digest",
    ),
    select(
        bindparam("attempt_id", type_=String),
        bindparam("n", type_=Integer),
        bindparam("known", type_=Integer),
        bindparam("response", type_=Json()),
        bindparam("cite", type_=String),
        bindparam("confidence", type_=Integer),
        bindparam("received_at", type_=Moment()),
        bindparam("kept", type_=String),
        bindparam("digest", type_=LargeBinary),
    ).where(
        ~exists().where(
            set_aside.c.attempt_id == bindparam("attempt_id"),
            set_aside.c.digest == bindparam("digest"),
            set_aside.c.n == bindparam("n"),
        )
    ),
)

_numbers = (
    select(answers.c.n, func.max(answers.c.revision).label("revision"))
    .where(answers.c.attempt_id == bindparam("attempt_id"))
    .group_by(answers.c.n)
    .subquery()
)
_KEPT = (
    answers.c.n,
    answers.c.revision,
    answers.c.response,
    answers.c.saved_at,
    answers.c.cite,
    answers.c.confidence,
)
_LATEST = (
    select(*_KEPT)
    .join(_numbers, (answers.c.n == _numbers.c.n) & (answers.c.revision == _numbers.c.revision))
    .where(answers.c.attempt_id == bindparam("attempt_id"))
)

_HISTORY = (
    select(*_KEPT)
    .where(answers.c.attempt_id == bindparam("attempt_id"))
    .order_by(answers.c.n, answers.c.revision)
)

_ASIDE = (
    select(
        set_aside.c.n,
        set_aside.c.known_revision,
        set_aside.c.response,
        set_aside.c.cite,
        set_aside.c.confidence,
        set_aside.c.received_at,
        set_aside.c.kept,
    )
    .where(set_aside.c.attempt_id == bindparam("attempt_id"))
    .order_by(set_aside.c.id)
)

_TAKE = delete(set_aside).where(
    set_aside.c.attempt_id == bindparam("attempt_id"),
    set_aside.c.digest == bindparam("digest"),
    set_aside.c.n == bindparam("n"),
)

_COUNT_LATE = select(func.count(set_aside.c.n.distinct())).where(
    set_aside.c.attempt_id == bindparam("attempt_id"),
    set_aside.c.kept == LATE,
    ~exists().where(
        answers.c.attempt_id == set_aside.c.attempt_id,
        answers.c.n == set_aside.c.n,
        answers.c.saved_at > set_aside.c.received_at,
    ),
)


def save_revision(
    connection: Connection, attempt_id: str, sent: SentAnswer, due: datetime | None = None
) -> bool:
    """Keep an answer as the next revision; False when it cannot be.

    It can while the attempt is open, its deadline (if any) is not before `due` (by default when
    the answer was received), and the sender knew the newest revision.
    """
    row = _row(attempt_id, sent) | {"saved_at": sent.received_at, "due": due or sent.received_at}
    return connection.execute(_SAVE, row).rowcount == 1


def keep_answers(
    connection: Connection,
    attempt_id: str,
    counted: Iterable[SentAnswer] = (),
    stale: Iterable[SentAnswer] = (),
    late: Iterable[SentAnswer] = (),
) -> None:
    """Keep answers: those that count as next revisions, the others beside them, each once.

    The caller holds the attempt and has decided which is which.
    """
    revisions = [
        _row(attempt_id, sent) | {"revision": sent.known + 1, "saved_at": sent.received_at}
        for sent in counted
    ]
    aside = [
        _row(attempt_id, sent)
        | {"kept": kept, "received_at": sent.received_at, "digest": sent.digest()}
        for kept, group in ((STALE, stale), (LATE, late))
        for sent in group
    ]
    for statement, rows in ((_ADD, revisions), (_SET_ASIDE, aside)):
        if rows:
            connection.execute(statement, rows)


def latest_answers(connection: Connection, attempt_id: str) -> Mapping[int, StoredAnswer]:
    """The newest answers of an attempt by the question's number."""
    rows = connection.execute(_LATEST, {"attempt_id": attempt_id})
    return {row.n: _stored(row) for row in rows}


def answer_history(connection: Connection, attempt_id: str) -> tuple[StoredAnswer, ...]:
    """Every revision of every answer, by number and revision."""
    rows = connection.execute(_HISTORY, {"attempt_id": attempt_id})
    return tuple(_stored(row) for row in rows)


def answers_aside(connection: Connection, attempt_id: str) -> tuple[tuple[SentAnswer, Kept], ...]:
    """The answers that do not count, in the order in which they came, and why."""
    rows = connection.execute(_ASIDE, {"attempt_id": attempt_id})
    return tuple(
        (
            SentAnswer(row.n, row.known_revision, row.response, row.received_at, _backing(row)),
            row.kept,
        )
        for row in rows
    )


def take_from_aside(connection: Connection, attempt_id: str, taken: Iterable[SentAnswer]) -> None:
    """Remove answers that were set aside and are kept among those that count."""
    rows = [{"attempt_id": attempt_id, "n": one.n, "digest": one.digest()} for one in taken]
    if rows:
        connection.execute(_TAKE, rows)


def count_late(connection: Connection, attempt_id: str) -> int:
    """For how many questions an answer came too late, and none that counts came after it."""
    return int(connection.execute(_COUNT_LATE, {"attempt_id": attempt_id}).scalar_one())


def _row(attempt_id: str, sent: SentAnswer) -> dict[str, Any]:
    """What an answer binds in every statement that keeps it."""
    return {
        "attempt_id": attempt_id,
        "n": sent.n,
        "known": sent.known,
        "response": sent.response,
        "cite": sent.backing.cite,
        "confidence": sent.backing.confidence,
    }


def _stored(row: Any) -> StoredAnswer:
    return StoredAnswer(row.n, row.revision, row.response, row.saved_at, _backing(row))


def _backing(row: Any) -> CiteAndConfidence:
    return CiteAndConfidence(row.cite, row.confidence)
