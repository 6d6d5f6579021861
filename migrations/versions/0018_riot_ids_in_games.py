"""Games found by the Riot ID somebody bore in them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(
        "ix_lol_player_riot_id",
        "lol_player",
        [sa.literal_column("lower(name)"), sa.literal_column("lower(tag)")],
        unique=False,
    )


def downgrade() -> None:
    op.drop_index("ix_lol_player_riot_id", table_name="lol_player")
