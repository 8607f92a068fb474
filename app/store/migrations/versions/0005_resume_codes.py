"""Resume codes, the further keys that reach an attempt, and the codes that missed."""

from datetime import datetime

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def moment() -> sa.types.TypeEngine[datetime]:
    """A moment in UTC."""
    return sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add them; papers that were drawn before have no code."""
    op.add_column(
        "attempts", sa.Column("resume_code", sa.String(8), comment="opens it at another device")
    )
    op.create_index("ix_attempts_resume_code", "attempts", ["resume_code"], unique=True)
    op.create_index("ix_attempts_key_hash", "attempts", ["key_hash"])
    add_attempt_keys()
    add_code_misses()


def add_attempt_keys() -> None:
    """The keys beside the one that an attempt was opened with."""
    op.create_table(
        "attempt_keys",
        sa.Column("attempt_id", sa.String(43), nullable=False),
        sa.Column("key_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("added_at", moment(), nullable=False),
        sa.PrimaryKeyConstraint("attempt_id", "key_hash", name="pk_attempt_keys"),
        sa.ForeignKeyConstraint(["attempt_id"], ["attempts.id"], name="fk_attempt_keys_attempt_id"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_attempt_keys_key_hash", "attempt_keys", ["key_hash"])


def add_code_misses() -> None:
    """Codes that were not there, of the last minute."""
    op.create_table(
        "code_misses",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column(
            "address_hash",
            sa.LargeBinary(16),
            nullable=False,
            comment="keyed hash of a network address",
        ),
        sa.Column("missed_at", moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_code_misses"),
    )
    op.create_index("ix_code_misses_missed_at", "code_misses", ["missed_at"])
