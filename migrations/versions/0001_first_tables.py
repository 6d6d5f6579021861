"""first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql


revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "audit",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("before", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("after", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("request_id", sa.Text(), nullable=False),
        sa.CheckConstraint("action <> ''", name=op.f("ck_audit_action_said")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    op.create_index("ix_audit_at", "audit", ["at"], unique=False)
    op.create_table(
        "dataset",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("fetched_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("object_key", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("name", "version", name=op.f("pk_dataset")),
    )
    op.create_index(
        "uq_dataset_current", "dataset", ["name"], unique=True, postgresql_where=sa.text("current")
    )
    op.create_table(
        "deadlock_account",
        sa.Column("account_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("persona_name", sa.String(), nullable=True),
        sa.Column("profile_fetched_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("history_fetched_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("rank", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_deadlock_account")),
    )
    op.create_table(
        "deadlock_history",
        sa.Column("account_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("match_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("duration_s", sa.Integer(), nullable=True),
        sa.Column("hero_id", sa.BigInteger(), nullable=False),
        sa.Column("game_mode", sa.String(), nullable=False),
        sa.Column("match_mode", sa.String(), nullable=False),
        sa.Column("won", sa.Boolean(), nullable=True),
        sa.Column("abandoned", sa.Boolean(), nullable=False),
        sa.Column("kills", sa.Integer(), nullable=False),
        sa.Column("deaths", sa.Integer(), nullable=False),
        sa.Column("assists", sa.Integer(), nullable=False),
        sa.Column("souls", sa.Integer(), nullable=False),
        sa.Column("last_hits", sa.Integer(), nullable=False),
        sa.Column("denies", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("account_id", "match_id", name=op.f("pk_deadlock_history")),
    )
    op.create_index(
        "ix_deadlock_history_recent", "deadlock_history", ["account_id", "started_at"], unique=False
    )
    op.create_table(
        "deadlock_match",
        sa.Column("match_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("provenance", sa.String(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("duration_s", sa.Integer(), nullable=False),
        sa.Column("winning_team", sa.Integer(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("game_mode", sa.String(), nullable=False),
        sa.Column("match_mode", sa.String(), nullable=False),
        sa.Column("kills_a", sa.Integer(), nullable=False),
        sa.Column("kills_b", sa.Integer(), nullable=False),
        sa.Column("fetched_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("raw_key", sa.String(), nullable=False),
        sa.Column("raw_format", sa.String(), nullable=False),
        sa.Column("raw_sha256", sa.String(), nullable=False),
        sa.Column("raw_bytes", sa.Integer(), nullable=False),
        sa.Column("paths_key", sa.String(), nullable=True),
        sa.Column("damage_key", sa.String(), nullable=True),
        sa.Column("kept_bytes", sa.Integer(), nullable=False),
        sa.Column("analysis_version", sa.Integer(), nullable=False),
        sa.Column("content_version", sa.String(), nullable=False),
        sa.Column("missing", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.CheckConstraint(
            "provenance IN ('upstream', 'upload', 'generated')",
            name=op.f("ck_deadlock_match_provenance"),
        ),
        sa.PrimaryKeyConstraint("match_id", name=op.f("pk_deadlock_match")),
    )
    op.create_index(
        op.f("ix_deadlock_match_analysis_version"),
        "deadlock_match",
        ["analysis_version"],
        unique=False,
    )
    op.create_index(
        "ix_deadlock_match_saved", "deadlock_match", ["provenance", "saved_at"], unique=False
    )
    op.create_index(
        op.f("ix_deadlock_match_started_at"), "deadlock_match", ["started_at"], unique=False
    )
    op.create_table(
        "deadlock_upload",
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("filename", sa.String(), nullable=False),
        sa.Column("object_key", sa.String(), nullable=False),
        sa.Column("bytes", sa.Integer(), nullable=False),
        sa.Column("uploaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("match_id", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_deadlock_upload")),
    )
    op.create_table(
        "job_heartbeat",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("beat_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_job_heartbeat")),
    )
    op.create_table(
        "job_run",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("queue", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("args", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("target_url", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("fence", sa.Integer(), nullable=False),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "run_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("clock_timestamp()"),
            nullable=False,
        ),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("steps", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("waiting_reason", sa.Text(), nullable=True),
        sa.Column("request_id", sa.Text(), nullable=False),
        sa.Column("requested_by", sa.Text(), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("clock_timestamp()"),
            nullable=False,
        ),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(state = 'running') = (lease_until IS NOT NULL)",
            name=op.f("ck_job_run_running_is_leased"),
        ),
        sa.CheckConstraint(
            "state IN ('queued', 'running', 'waiting', 'done', 'failed', 'dead', 'cancelled')",
            name=op.f("ck_job_run_state_known"),
        ),
        sa.CheckConstraint("attempt BETWEEN 0 AND 5", name=op.f("ck_job_run_attempt_in_limits")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job_run")),
    )
    op.create_index("ix_job_run_finished_at", "job_run", ["finished_at"], unique=False)
    op.create_index("ix_job_run_key", "job_run", ["key", "created_at"], unique=False)
    op.create_index(
        "ix_job_run_kind",
        "job_run",
        ["kind", "finished_at"],
        unique=False,
        postgresql_where=sa.text("state = 'done'"),
    )
    op.create_index(
        "ix_job_run_live",
        "job_run",
        ["queue", "run_at"],
        unique=False,
        postgresql_where=sa.text("state IN ('queued', 'running', 'waiting')"),
    )
    op.create_index(
        "uq_job_run_live_key",
        "job_run",
        ["key"],
        unique=True,
        postgresql_where=sa.text("state IN ('queued', 'running', 'waiting')"),
    )
    op.create_table(
        "quarantine",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("detail", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("object_key", sa.Text(), nullable=True),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("released_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quarantine")),
    )
    op.create_index("ix_quarantine_kind_key", "quarantine", ["kind", "key"], unique=False)
    op.create_table(
        "response_cache",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("upstream", sa.Text(), nullable=False),
        sa.Column("route", sa.Text(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("headers", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("etag", sa.Text(), nullable=True),
        sa.Column("last_modified", sa.Text(), nullable=True),
        sa.Column("object_key", sa.Text(), nullable=False),
        sa.Column("bytes", sa.BigInteger(), nullable=False),
        sa.Column("fetched_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("fresh_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_response_cache")),
    )
    op.create_index("ix_response_cache_used_at", "response_cache", ["used_at"], unique=False)
    op.create_table(
        "upstream_reply",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("upstream", sa.Text(), nullable=False),
        sa.Column("route", sa.Text(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("latency_ms", sa.Integer(), nullable=False),
        sa.Column("bytes", sa.BigInteger(), nullable=False),
        sa.Column("remaining", sa.Integer(), nullable=True),
        sa.Column("request_id", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_upstream_reply")),
    )
    op.create_index("ix_upstream_reply_at", "upstream_reply", ["at"], unique=False)
    op.create_index(
        "ix_upstream_reply_upstream_at", "upstream_reply", ["upstream", "at"], unique=False
    )
    op.create_table(
        "deadlock_player",
        sa.Column("match_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("slot", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=True),
        sa.Column("hero_id", sa.BigInteger(), nullable=False),
        sa.Column("team", sa.Integer(), nullable=False),
        sa.Column("lane", sa.String(), nullable=True),
        sa.Column("won", sa.Boolean(), nullable=True),
        sa.Column("kills", sa.Integer(), nullable=False),
        sa.Column("deaths", sa.Integer(), nullable=False),
        sa.Column("assists", sa.Integer(), nullable=False),
        sa.Column("souls", sa.Integer(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("player_damage", sa.Integer(), nullable=False),
        sa.Column("damage_taken", sa.Integer(), nullable=False),
        sa.Column("objective_damage", sa.Integer(), nullable=False),
        sa.Column("healing", sa.Integer(), nullable=False),
        sa.Column("last_hits", sa.Integer(), nullable=False),
        sa.Column("denies", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["match_id"],
            ["deadlock_match.match_id"],
            name=op.f("fk_deadlock_player_match_id_deadlock_match"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("match_id", "slot", name=op.f("pk_deadlock_player")),
    )
    op.create_index(
        "ix_deadlock_player_account", "deadlock_player", ["account_id", "match_id"], unique=False
    )
    op.create_index(
        op.f("ix_deadlock_player_hero_id"), "deadlock_player", ["hero_id"], unique=False
    )
    op.create_table(
        "deadlock_slice",
        sa.Column("match_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["match_id"],
            ["deadlock_match.match_id"],
            name=op.f("fk_deadlock_slice_match_id_deadlock_match"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("match_id", "name", name=op.f("pk_deadlock_slice")),
    )


def downgrade() -> None:
    op.drop_table("deadlock_slice")
    op.drop_index(op.f("ix_deadlock_player_hero_id"), table_name="deadlock_player")
    op.drop_index("ix_deadlock_player_account", table_name="deadlock_player")
    op.drop_table("deadlock_player")
    op.drop_index("ix_upstream_reply_upstream_at", table_name="upstream_reply")
    op.drop_index("ix_upstream_reply_at", table_name="upstream_reply")
    op.drop_table("upstream_reply")
    op.drop_index("ix_response_cache_used_at", table_name="response_cache")
    op.drop_table("response_cache")
    op.drop_index("ix_quarantine_kind_key", table_name="quarantine")
    op.drop_table("quarantine")
    op.drop_index(
        "uq_job_run_live_key",
        table_name="job_run",
        postgresql_where=sa.text("state IN ('queued', 'running', 'waiting')"),
    )
    op.drop_index(
        "ix_job_run_live",
        table_name="job_run",
        postgresql_where=sa.text("state IN ('queued', 'running', 'waiting')"),
    )
    op.drop_index(
        "ix_job_run_kind", table_name="job_run", postgresql_where=sa.text("state = 'done'")
    )
    op.drop_index("ix_job_run_key", table_name="job_run")
    op.drop_index("ix_job_run_finished_at", table_name="job_run")
    op.drop_table("job_run")
    op.drop_table("job_heartbeat")
    op.drop_table("deadlock_upload")
    op.drop_index(op.f("ix_deadlock_match_started_at"), table_name="deadlock_match")
    op.drop_index("ix_deadlock_match_saved", table_name="deadlock_match")
    op.drop_index(op.f("ix_deadlock_match_analysis_version"), table_name="deadlock_match")
    op.drop_table("deadlock_match")
    op.drop_index("ix_deadlock_history_recent", table_name="deadlock_history")
    op.drop_table("deadlock_history")
    op.drop_table("deadlock_account")
    op.drop_index("uq_dataset_current", table_name="dataset", postgresql_where=sa.text("current"))
    op.drop_table("dataset")
    op.drop_index("ix_audit_at", table_name="audit")
    op.drop_table("audit")
