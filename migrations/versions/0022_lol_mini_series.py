"""How far somebody is in a series for promotion, which older leagues tell beside a rank."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("lol_rank", sa.Column("mini_series", JSONB(none_as_null=True), nullable=True))


def downgrade() -> None:
    op.drop_column("lol_rank", "mini_series")
