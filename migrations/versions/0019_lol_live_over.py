"""When Riot last said whether somebody is in a game, and when that game was found over."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("lol_live", sa.Column("over_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("lol_live", sa.Column("looked_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column("lol_live", "looked_at")
    op.drop_column("lol_live", "over_at")
