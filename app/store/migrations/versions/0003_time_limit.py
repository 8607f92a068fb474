"""The time limit of an attempt; its deadline was there from the start."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the column; papers that were drawn before have no limit."""
    op.add_column(
        "attempts", sa.Column("time_limit", sa.Integer, comment="minutes, as set at the start")
    )
