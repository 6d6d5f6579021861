"""Where a Dota 2 match was played: the region, and the cluster of servers in it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

PLACES = ("cluster", "region")


def upgrade() -> None:
    for name in PLACES:
        op.add_column("dota2_match", sa.Column(name, sa.Integer(), nullable=True))


def downgrade() -> None:
    for name in PLACES:
        op.drop_column("dota2_match", name)
