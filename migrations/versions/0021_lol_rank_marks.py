"""What Riot says beside a rank: the league it is in, and four marks."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

MARKS = ("veteran", "inactive", "fresh_blood", "hot_streak")


def upgrade() -> None:
    league = sa.Column("league_id", sa.String(), server_default="", nullable=False)
    op.add_column("lol_rank", league)
    for name in MARKS:
        mark = sa.Column(name, sa.Boolean(), server_default=sa.false(), nullable=False)
        op.add_column("lol_rank", mark)


def downgrade() -> None:
    for name in ("league_id", *MARKS):
        op.drop_column("lol_rank", name)
