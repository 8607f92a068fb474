"""The tables: what is kept of banks, attempts, answers and marks.

None of them holds a student's name, address or device, except the keyed hash of an address from
which a wrong code came, for a minute. Times are UTC.
"""

from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)
from sqlalchemy.types import TypeEngine


class Json(TypeDecorator[Any]):
    """JSON, as each database keeps it best."""

    impl = JSON
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """PostgreSQL's JSONB, which is imported only where it is used; else plain JSON."""
        if dialect.name != "postgresql":
            return dialect.type_descriptor(JSON())
        from sqlalchemy.dialects.postgresql import JSONB

        return dialect.type_descriptor(JSONB())

    def coerce_compared_value(self, op: Any, value: Any) -> TypeEngine[Any]:
        """As JSON compares."""
        return self.impl_instance.coerce_compared_value(op, value)


class Moment(TypeDecorator[datetime]):
    """A moment in UTC; SQLite, which keeps no zone, gets it without one."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Turn any zone into UTC; a moment without a zone is a bug."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: Any, _dialect: Dialect) -> datetime | None:
        """Give the zone back."""
        if value is None:
            return None
        moment: datetime = value
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


metadata: Final = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

bank_versions: Final = Table(
    "bank_versions",
    metadata,
    Column("version", String(64), primary_key=True, comment="SHA-256 of the content"),
    Column("bank_id", String(64), nullable=False),
    Column("title", Text, nullable=False),
    Column("yaml", Text, nullable=False),
    Column("text", Text, comment="the file beside it, when the article has one"),
    Column("generated", Text, comment="the questions that families made, as JSON"),
    Column("stored_at", Moment, nullable=False),
)

attempts: Final = Table(
    "attempts",
    metadata,
    Column("id", String(43), primary_key=True, comment="unguessable"),
    Column("key_hash", LargeBinary(32), nullable=False, comment="SHA-256 of the student's key"),
    Column("bank_id", String(64), nullable=False),
    Column("version", ForeignKey("bank_versions.version"), nullable=False),
    Column("paper", Json, nullable=False),
    Column("avoided", Json, nullable=False, comment="questions of the attempts before it"),
    Column("after", ForeignKey("attempts.id"), comment="the attempt before it"),
    Column("state", String(16), nullable=False),
    Column("started_at", Moment, nullable=False),
    Column("handed_in_at", Moment),
    Column("deadline_at", Moment),
    Column("time_limit", Integer, comment="minutes, as set at the start"),
    Column("resume_code", String(8), comment="opens it at another device"),
    CheckConstraint("state IN ('open', 'handed-in')", name="state"),
    Index(None, "started_at"),
    Index(None, "resume_code", unique=True),
    Index(None, "key_hash"),
)

attempt_keys: Final = Table(
    "attempt_keys",
    metadata,
    Column("attempt_id", ForeignKey("attempts.id"), primary_key=True),
    Column("key_hash", LargeBinary(32), primary_key=True),
    Column("added_at", Moment, nullable=False),
    Index(None, "key_hash"),
    sqlite_with_rowid=False,
)

code_misses: Final = Table(
    "code_misses",
    metadata,
    Column("id", Integer, primary_key=True),
    Column(
        "address_hash", LargeBinary(16), nullable=False, comment="keyed hash of a network address"
    ),
    Column("missed_at", Moment, nullable=False),
    Index(None, "missed_at"),
)

answers: Final = Table(
    "answers",
    metadata,
    Column("attempt_id", ForeignKey("attempts.id"), primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False, comment="number on the paper"),
    Column("revision", Integer, primary_key=True, autoincrement=False, comment="from 1"),
    Column("response", Json, nullable=False),
    Column("saved_at", Moment, nullable=False),
    Column("cite", String(10), comment="the sentence that settles it"),
    Column("confidence", Integer, comment="how sure: 1, 2 or 3"),
    # One tree of pages instead of two: an answer is written to one place.
    sqlite_with_rowid=False,
)

set_aside: Final = Table(
    "set_aside",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("attempt_id", ForeignKey("attempts.id"), nullable=False),
    Column("n", Integer, nullable=False),
    Column("known_revision", Integer, nullable=False, comment="the newest that the sender knew"),
    Column("response", Json, nullable=False),
    Column("kept", String(16), nullable=False),
    Column("received_at", Moment, nullable=False),
    Column("cite", String(10)),
    Column("confidence", Integer),
    Column("digest", LargeBinary(16), comment="of the answer: the same one is kept once"),
    CheckConstraint("kept IN ('stale', 'late')", name="kept"),
    Index(None, "attempt_id", "digest"),
)

marks: Final = Table(
    "marks",
    metadata,
    Column("attempt_id", String(43), primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("question", Text, nullable=False),
    Column("response", Json, nullable=False, comment="what was marked"),
    Column("points", Float, nullable=False, comment="from 0 to 1"),
    Column("rule", String(32), nullable=False),
    Column("standing", String(32), nullable=False),
    Column("parts", Json, nullable=False),
    Column("marked_at", Moment, nullable=False),
    Column("cite", String(10), comment="the sentence that was marked"),
    Column("found", Boolean, comment="whether it settles the question; null: none was asked for"),
    Column("confidence", Integer),
    ForeignKeyConstraint(["attempt_id"], ["attempts.id"]),
    sqlite_with_rowid=False,
)
