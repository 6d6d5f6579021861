"""column files of many matches."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql


revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "deadlock_segment",
        sa.Column("segment_id", sa.BigInteger(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("shape", sa.String(), nullable=False),
        sa.Column("matches", sa.Integer(), nullable=False),
        sa.Column("gone", postgresql.ARRAY(sa.BigInteger()), nullable=False),
        sa.Column("files", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.PrimaryKeyConstraint("segment_id", name=op.f("pk_deadlock_segment")),
    )
    op.create_table(
        "deadlock_segment_match",
        sa.Column("match_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("segment_id", sa.BigInteger(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["segment_id"],
            ["deadlock_segment.segment_id"],
            name=op.f("fk_deadlock_segment_match_segment_id_deadlock_segment"),
        ),
        sa.PrimaryKeyConstraint("match_id", name=op.f("pk_deadlock_segment_match")),
    )
    op.create_index(
        op.f("ix_deadlock_segment_match_segment_id"),
        "deadlock_segment_match",
        ["segment_id"],
        unique=False,
    )


def downgrade() -> None:
    op.drop_index(
        op.f("ix_deadlock_segment_match_segment_id"), table_name="deadlock_segment_match"
    )
    op.drop_table("deadlock_segment_match")
    op.drop_table("deadlock_segment")
