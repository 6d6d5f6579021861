"""published builds, and which version of one a match shows."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "deadlock_build",
        sa.Column("build_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("version", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("fetched_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("build_id", "version", name=op.f("pk_deadlock_build")),
    )
    op.create_table(
        "deadlock_build_use",
        sa.Column("match_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("build_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["match_id"],
            ["deadlock_match.match_id"],
            name=op.f("fk_deadlock_build_use_match_id_deadlock_match"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("match_id", "build_id", name=op.f("pk_deadlock_build_use")),
    )


def downgrade() -> None:
    op.drop_table("deadlock_build_use")
    op.drop_table("deadlock_build")
