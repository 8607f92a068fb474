"""What a student gives beside a response: the sentence that settles it, and how sure they are."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the columns; older answers have neither."""
    op.add_column(
        "answers", sa.Column("cite", sa.String(10), comment="the sentence that settles it")
    )
    op.add_column("answers", sa.Column("confidence", sa.Integer, comment="how sure: 1, 2 or 3"))
    op.add_column("set_aside", sa.Column("cite", sa.String(10)))
    op.add_column("set_aside", sa.Column("confidence", sa.Integer))
    op.add_column("marks", sa.Column("cite", sa.String(10), comment="the sentence that was marked"))
    op.add_column(
        "marks",
        sa.Column(
            "found",
            sa.Boolean,
            comment="whether it settles the question; null: none was asked for",
        ),
    )
    op.add_column("marks", sa.Column("confidence", sa.Integer))
