"""Journeys to providers, answers used once, and claims on names in games."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql


revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "used_nonce",
        sa.Column("nonce", sa.Text(), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("nonce", name=op.f("pk_used_nonce")),
    )
    op.create_index("ix_used_nonce_used_at", "used_nonce", ["used_at"], unique=False)
    op.create_table(
        "identity_claim",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("provider", sa.Text(), nullable=False),
        sa.Column("wanted", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("detail", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("sign", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["account.id"],
            name=op.f("fk_identity_claim_account_id_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_identity_claim")),
    )
    op.create_index(
        "uq_identity_claim_account_id_provider",
        "identity_claim",
        ["account_id", "provider"],
        unique=True,
    )
    op.create_table(
        "sign_in_attempt",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("session_id", sa.Text(), nullable=False),
        sa.Column("provider", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("nonce", sa.Text(), nullable=False),
        sa.Column("verifier", sa.Text(), nullable=False),
        sa.Column("next_path", sa.Text(), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "purpose IN ('sign-in', 'link', 'again')", name=op.f("ck_sign_in_attempt_purpose_known")
        ),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["account.id"],
            name=op.f("fk_sign_in_attempt_account_id_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_attempt")),
    )
    op.create_index(
        "ix_sign_in_attempt_account_id", "sign_in_attempt", ["account_id"], unique=False
    )
    op.create_index(
        "ix_sign_in_attempt_created_at", "sign_in_attempt", ["created_at"], unique=False
    )


def downgrade() -> None:
    op.drop_index("ix_sign_in_attempt_created_at", table_name="sign_in_attempt")
    op.drop_index("ix_sign_in_attempt_account_id", table_name="sign_in_attempt")
    op.drop_table("sign_in_attempt")
    op.drop_index("uq_identity_claim_account_id_provider", table_name="identity_claim")
    op.drop_table("identity_claim")
    op.drop_index("ix_used_nonce_used_at", table_name="used_nonce")
    op.drop_table("used_nonce")
