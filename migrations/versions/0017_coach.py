"""Talks with League's coach."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql


revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "lol_talk",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("turns", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["lol_account.id"],
            name=op.f("fk_lol_talk_account_id_lol_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lol_talk")),
    )
    op.create_index(op.f("ix_lol_talk_account_id"), "lol_talk", ["account_id"])
    op.create_index(op.f("ix_lol_talk_changed_at"), "lol_talk", ["changed_at"])


def downgrade() -> None:
    op.drop_table("lol_talk")
