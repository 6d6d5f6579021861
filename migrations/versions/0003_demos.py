"""salts, demos and the demos readers bring."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql


revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "deadlock_demo_upload",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("filename", sa.String(), nullable=False),
        sa.Column("parts", sa.Integer(), nullable=False),
        sa.Column("bytes", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("uploaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("match_id", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deadlock_demo_upload")),
    )
    op.create_index(
        op.f("ix_deadlock_demo_upload_uploaded_at"),
        "deadlock_demo_upload",
        ["uploaded_at"],
        unique=False,
    )
    op.create_table(
        "deadlock_demo",
        sa.Column("match_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("sentence", sa.String(), nullable=False),
        sa.Column("tried_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("match_sha256", sa.String(), nullable=False),
        sa.Column("build", sa.Integer(), nullable=True),
        sa.Column("map_name", sa.String(), nullable=False),
        sa.Column("seconds", sa.Double(), nullable=True),
        sa.Column("on_match_clock", sa.Boolean(), nullable=False),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("packed_bytes", sa.BigInteger(), nullable=True),
        sa.Column("demo_bytes", sa.BigInteger(), nullable=True),
        sa.Column("demo_sha256", sa.String(), nullable=False),
        sa.Column("agreed", sa.String(), nullable=False),
        sa.Column("tables", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("missing", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.CheckConstraint(
            "source IN ('', 'salts', 'upload', 'generated')", name=op.f("ck_deadlock_demo_source")
        ),
        sa.CheckConstraint(
            "state IN ('none', 'partial', 'kept')", name=op.f("ck_deadlock_demo_state")
        ),
        sa.ForeignKeyConstraint(
            ["match_id"],
            ["deadlock_match.match_id"],
            name=op.f("fk_deadlock_demo_match_id_deadlock_match"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("match_id", name=op.f("pk_deadlock_demo")),
    )
    op.create_table(
        "deadlock_salts",
        sa.Column("match_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("cluster_id", sa.Integer(), nullable=True),
        sa.Column("metadata_salt", sa.BigInteger(), nullable=True),
        sa.Column("replay_salt", sa.BigInteger(), nullable=True),
        sa.Column("metadata_url", sa.String(), nullable=True),
        sa.Column("demo_url", sa.String(), nullable=True),
        sa.Column("fetched_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["match_id"],
            ["deadlock_match.match_id"],
            name=op.f("fk_deadlock_salts_match_id_deadlock_match"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("match_id", name=op.f("pk_deadlock_salts")),
    )


def downgrade() -> None:
    op.drop_table("deadlock_salts")
    op.drop_table("deadlock_demo")
    op.drop_index(op.f("ix_deadlock_demo_upload_uploaded_at"), table_name="deadlock_demo_upload")
    op.drop_table("deadlock_demo_upload")
