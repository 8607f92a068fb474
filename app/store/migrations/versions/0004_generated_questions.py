"""The questions that families made, kept with the bank version that they belong to."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the column; versions from before have no such questions."""
    op.add_column(
        "bank_versions",
        sa.Column("generated", sa.Text, comment="the questions that families made, as JSON"),
    )
