"""Findings in other words, in Dota 2 and League too."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql


revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "dota2_wording",
        sa.Column("match_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("facts_mark", sa.String(), nullable=False),
        sa.Column("sentences", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("model", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["match_id"],
            ["dota2_match.match_id"],
            name=op.f("fk_dota2_wording_match_id_dota2_match"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("match_id", name=op.f("pk_dota2_wording")),
    )
    op.create_table(
        "lol_wording",
        sa.Column("match_id", sa.String(), autoincrement=False, nullable=False),
        sa.Column("facts_mark", sa.String(), nullable=False),
        sa.Column("sentences", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("model", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["match_id"],
            ["lol_match.match_id"],
            name=op.f("fk_lol_wording_match_id_lol_match"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("match_id", name=op.f("pk_lol_wording")),
    )


def downgrade() -> None:
    op.drop_table("lol_wording")
    op.drop_table("dota2_wording")
