"""The first tables: bank versions, attempts, answers, what was set aside, marks."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0001"
down_revision = None


def json() -> sa.types.TypeEngine[Any]:
    """JSON, as each database keeps it best."""
    return sa.JSON().with_variant(JSONB(), "postgresql")


def moment() -> sa.types.TypeEngine[datetime]:
    """A moment in UTC."""
    return sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables."""
    add_bank_versions()
    add_attempts()
    add_answers()
    add_set_aside()
    add_marks()


def add_bank_versions() -> None:
    """The content of every bank that a paper was drawn from."""
    op.create_table(
        "bank_versions",
        sa.Column("version", sa.String(64), nullable=False, comment="SHA-256 of the content"),
        sa.Column("bank_id", sa.String(64), nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("yaml", sa.Text, nullable=False),
        sa.Column("text", sa.Text, comment="the file beside it, when the article has one"),
        sa.Column("stored_at", moment(), nullable=False),
        sa.PrimaryKeyConstraint("version", name="pk_bank_versions"),
    )


def add_attempts() -> None:
    """The papers that were drawn."""
    op.create_table(
        "attempts",
        sa.Column("id", sa.String(43), nullable=False, comment="unguessable"),
        sa.Column(
            "key_hash", sa.LargeBinary(32), nullable=False, comment="SHA-256 of the student's key"
        ),
        sa.Column("bank_id", sa.String(64), nullable=False),
        sa.Column("version", sa.String(64), nullable=False),
        sa.Column("paper", json(), nullable=False),
        sa.Column("avoided", json(), nullable=False, comment="questions of the attempts before it"),
        sa.Column("after", sa.String(43), comment="the attempt before it"),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("started_at", moment(), nullable=False),
        sa.Column("handed_in_at", moment()),
        sa.Column("deadline_at", moment()),
        sa.PrimaryKeyConstraint("id", name="pk_attempts"),
        sa.ForeignKeyConstraint(["version"], ["bank_versions.version"], name="fk_attempts_version"),
        sa.ForeignKeyConstraint(["after"], ["attempts.id"], name="fk_attempts_after"),
        sa.CheckConstraint("state IN ('open', 'handed-in')", name=op.f("ck_attempts_state")),
    )
    op.create_index("ix_attempts_started_at", "attempts", ["started_at"])


def add_answers() -> None:
    """Every revision of every answer."""
    op.create_table(
        "answers",
        sa.Column("attempt_id", sa.String(43), nullable=False),
        sa.Column("n", sa.Integer, nullable=False, comment="number on the paper"),
        sa.Column("revision", sa.Integer, nullable=False, comment="from 1"),
        sa.Column("response", json(), nullable=False),
        sa.Column("saved_at", moment(), nullable=False),
        sa.PrimaryKeyConstraint("attempt_id", "n", "revision", name="pk_answers"),
        sa.ForeignKeyConstraint(["attempt_id"], ["attempts.id"], name="fk_answers_attempt_id"),
        sqlite_with_rowid=False,
    )


def add_set_aside() -> None:
    """Answers that came too late to count."""
    op.create_table(
        "set_aside",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("attempt_id", sa.String(43), nullable=False),
        sa.Column("n", sa.Integer, nullable=False),
        sa.Column(
            "known_revision", sa.Integer, nullable=False, comment="the newest that the sender knew"
        ),
        sa.Column("response", json(), nullable=False),
        sa.Column("kept", sa.String(16), nullable=False),
        sa.Column("received_at", moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_set_aside"),
        sa.ForeignKeyConstraint(["attempt_id"], ["attempts.id"], name="fk_set_aside_attempt_id"),
        sa.CheckConstraint("kept IN ('stale', 'late')", name=op.f("ck_set_aside_kept")),
    )
    op.create_index("ix_set_aside_attempt_id_n", "set_aside", ["attempt_id", "n"])


def add_marks() -> None:
    """The marks of papers that were handed in."""
    op.create_table(
        "marks",
        sa.Column("attempt_id", sa.String(43), nullable=False),
        sa.Column("n", sa.Integer, nullable=False),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("response", json(), nullable=False, comment="what was marked"),
        sa.Column("points", sa.Float, nullable=False, comment="from 0 to 1"),
        sa.Column("rule", sa.String(32), nullable=False),
        sa.Column("standing", sa.String(32), nullable=False),
        sa.Column("parts", json(), nullable=False),
        sa.Column("marked_at", moment(), nullable=False),
        sa.PrimaryKeyConstraint("attempt_id", "n", name="pk_marks"),
        sa.ForeignKeyConstraint(["attempt_id"], ["attempts.id"], name="fk_marks_attempt_id"),
        sqlite_with_rowid=False,
    )
