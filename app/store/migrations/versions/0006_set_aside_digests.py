"""Digests of the answers that were set aside, so that the same one is found by an index."""

from collections.abc import Iterator
from hashlib import sha256
from json import dumps
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0006"
down_revision = "0005"

set_aside = sa.table(
    "set_aside",
    sa.column("id", sa.Integer),
    sa.column("known_revision", sa.Integer),
    sa.column("response", sa.JSON().with_variant(JSONB(), "postgresql")),
    sa.column("cite", sa.String),
    sa.column("confidence", sa.Integer),
    sa.column("digest", sa.LargeBinary),
)


def upgrade() -> None:
    """Add the column, fill it, and look answers up by it instead of by their numbers."""
    op.add_column(
        "set_aside",
        sa.Column("digest", sa.LargeBinary(16), comment="of the answer: the same one is kept once"),
    )
    fill = (
        sa.update(set_aside)
        .where(set_aside.c.id == sa.bindparam("row"))
        .values(digest=sa.bindparam("found"))
    )
    rows = list(digests())
    if rows:
        op.get_bind().execute(fill, rows)
    op.drop_index("ix_set_aside_attempt_id_n", "set_aside")
    op.create_index("ix_set_aside_attempt_id_digest", "set_aside", ["attempt_id", "digest"])


def digests() -> Iterator[dict[str, Any]]:
    """Yield the digest of every row, made as `SentAnswer.digest` makes it."""
    columns = (
        set_aside.c.known_revision,
        set_aside.c.response,
        set_aside.c.cite,
        set_aside.c.confidence,
    )
    for row, *said in op.get_bind().execute(sa.select(set_aside.c.id, *columns)):
        found = sha256(dumps(said, sort_keys=True).encode()).digest()[:16]
        yield {"row": row, "found": found}
