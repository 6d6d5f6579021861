"""What people follow, who asked for work, what people were told and where.

Ends of work from before count as told.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "channel",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("sealed_address", sa.Text(), nullable=False),
        sa.Column("shown", sa.Text(), nullable=False),
        sa.Column("events", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("sealed_secret", sa.Text(), nullable=True),
        sa.Column("sealed_old_secret", sa.Text(), nullable=True),
        sa.Column("old_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("proof_hash", sa.Text(), nullable=True),
        sa.Column("proof_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("failing_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("off_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("off_why", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('bell', 'discord', 'email', 'webhook')", name=op.f("ck_channel_kind_known")
        ),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["account.id"],
            name=op.f("fk_channel_account_id_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_channel")),
    )
    op.create_index("ix_channel_account_id", "channel", ["account_id"], unique=False)
    op.create_index("ix_channel_proof_hash", "channel", ["proof_hash"], unique=True)
    op.create_table(
        "follow",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("game", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("kind IN ('match', 'player')", name=op.f("ck_follow_kind_known")),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["account.id"],
            name=op.f("fk_follow_account_id_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow")),
    )
    op.create_index("ix_follow_thing", "follow", ["game", "kind", "key"], unique=False)
    op.create_index("uq_follow_thing", "follow", ["account_id", "game", "kind", "key"], unique=True)
    op.create_table(
        "follow_check",
        sa.Column("game", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("checked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("run_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["run_id"],
            ["job_run.id"],
            name=op.f("fk_follow_check_run_id_job_run"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("game", "key", name=op.f("pk_follow_check")),
    )
    op.create_index("ix_follow_check_run_id", "follow_check", ["run_id"], unique=False)
    op.create_table(
        "job_asker",
        sa.Column("run_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["account.id"],
            name=op.f("fk_job_asker_account_id_account"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["run_id"], ["job_run.id"], name=op.f("fk_job_asker_run_id_job_run"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("run_id", "account_id", name=op.f("pk_job_asker")),
    )
    op.create_index(
        "ix_job_asker_account_id", "job_asker", ["account_id", "asked_at"], unique=False
    )
    op.create_table(
        "notice",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("in_bell", sa.Boolean(), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["account.id"],
            name=op.f("fk_notice_account_id_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice")),
    )
    op.create_index("ix_notice_account_id", "notice", ["account_id", "id"], unique=False)
    op.create_index("ix_notice_at", "notice", ["at"], unique=False)
    op.create_index("uq_notice_subject", "notice", ["account_id", "event", "subject"], unique=True)
    op.create_table(
        "delivery",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("channel_id", sa.BigInteger(), nullable=False),
        sa.Column("notice_id", sa.BigInteger(), nullable=True),
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tried_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("latency_ms", sa.Integer(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "state IN ('waiting', 'done', 'failed')", name=op.f("ck_delivery_state_known")
        ),
        sa.ForeignKeyConstraint(
            ["channel_id"],
            ["channel.id"],
            name=op.f("fk_delivery_channel_id_channel"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["notice_id"],
            ["notice.id"],
            name=op.f("fk_delivery_notice_id_notice"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delivery")),
    )
    op.create_index("ix_delivery_channel_id", "delivery", ["channel_id", "id"], unique=False)
    op.create_index("ix_delivery_created_at", "delivery", ["created_at"], unique=False)
    op.create_index("ix_delivery_notice_id", "delivery", ["notice_id"], unique=False)
    told = sa.Column("told", sa.Boolean(), server_default=sa.true(), nullable=False)
    op.add_column("job_run", told)
    op.alter_column("job_run", "told", server_default=sa.false())
    op.create_index(
        "ix_job_run_untold",
        "job_run",
        ["finished_at"],
        unique=False,
        postgresql_where=sa.text("finished_at IS NOT NULL AND NOT told AND target_url <> ''"),
    )


def downgrade() -> None:
    op.drop_index(
        "ix_job_run_untold",
        table_name="job_run",
        postgresql_where=sa.text("finished_at IS NOT NULL AND NOT told AND target_url <> ''"),
    )
    op.drop_column("job_run", "told")
    op.drop_index("ix_delivery_notice_id", table_name="delivery")
    op.drop_index("ix_delivery_created_at", table_name="delivery")
    op.drop_index("ix_delivery_channel_id", table_name="delivery")
    op.drop_table("delivery")
    op.drop_index("uq_notice_subject", table_name="notice")
    op.drop_index("ix_notice_at", table_name="notice")
    op.drop_index("ix_notice_account_id", table_name="notice")
    op.drop_table("notice")
    op.drop_index("ix_job_asker_account_id", table_name="job_asker")
    op.drop_table("job_asker")
    op.drop_index("ix_follow_check_run_id", table_name="follow_check")
    op.drop_table("follow_check")
    op.drop_index("uq_follow_thing", table_name="follow")
    op.drop_index("ix_follow_thing", table_name="follow")
    op.drop_table("follow")
    op.drop_index("ix_channel_proof_hash", table_name="channel")
    op.drop_index("ix_channel_account_id", table_name="channel")
    op.drop_table("channel")
