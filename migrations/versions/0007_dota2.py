"""matches, players, accounts and leagues of Dota 2."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql


revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "dota2_account",
        sa.Column("account_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("persona_name", sa.String(), nullable=True),
        sa.Column("pro_name", sa.String(), nullable=True),
        sa.Column("rank_tier", sa.Integer(), nullable=True),
        sa.Column("hidden", sa.Boolean(), nullable=False),
        sa.Column("history_fetched_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_dota2_account")),
    )
    op.create_table(
        "dota2_hero_record",
        sa.Column("account_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("hero_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("games", sa.Integer(), nullable=False),
        sa.Column("wins", sa.Integer(), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("account_id", "hero_id", name=op.f("pk_dota2_hero_record")),
    )
    op.create_table(
        "dota2_history",
        sa.Column("account_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("match_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("duration_s", sa.Integer(), nullable=True),
        sa.Column("hero_id", sa.BigInteger(), nullable=False),
        sa.Column("side", sa.String(), nullable=True),
        sa.Column("game_mode", sa.Integer(), nullable=True),
        sa.Column("lobby_type", sa.Integer(), nullable=True),
        sa.Column("won", sa.Boolean(), nullable=True),
        sa.Column("abandoned", sa.Boolean(), nullable=False),
        sa.Column("kills", sa.Integer(), nullable=True),
        sa.Column("deaths", sa.Integer(), nullable=True),
        sa.Column("assists", sa.Integer(), nullable=True),
        sa.Column("gold_per_minute", sa.Integer(), nullable=True),
        sa.Column("xp_per_minute", sa.Integer(), nullable=True),
        sa.Column("last_hits", sa.Integer(), nullable=True),
        sa.Column("hero_damage", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("account_id", "match_id", name=op.f("pk_dota2_history")),
    )
    op.create_index(
        "ix_dota2_history_recent", "dota2_history", ["account_id", "started_at"], unique=False
    )
    op.create_table(
        "dota2_league",
        sa.Column("league_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("synced_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("walked_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("league_id", name=op.f("pk_dota2_league")),
    )
    op.create_table(
        "dota2_match",
        sa.Column("match_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sequence", sa.BigInteger(), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("parsed", sa.Boolean(), nullable=False),
        sa.Column("winner", sa.String(), nullable=True),
        sa.Column("score_a", sa.Integer(), nullable=True),
        sa.Column("score_b", sa.Integer(), nullable=True),
        sa.Column("team_a", sa.String(), nullable=True),
        sa.Column("team_b", sa.String(), nullable=True),
        sa.Column("game_mode", sa.Integer(), nullable=True),
        sa.Column("lobby_type", sa.Integer(), nullable=True),
        sa.Column("patch", sa.Integer(), nullable=True),
        sa.Column("league_id", sa.BigInteger(), nullable=True),
        sa.Column("league_name", sa.String(), nullable=True),
        sa.Column("series_id", sa.BigInteger(), nullable=True),
        sa.Column("replay_url", sa.String(), nullable=True),
        sa.Column("provenance", sa.String(), nullable=False),
        sa.Column("duration_s", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("fetched_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("raw_key", sa.String(), nullable=False),
        sa.Column("raw_format", sa.String(), nullable=False),
        sa.Column("raw_sha256", sa.String(), nullable=False),
        sa.Column("raw_bytes", sa.Integer(), nullable=False),
        sa.Column("kept_bytes", sa.Integer(), nullable=False),
        sa.Column("analysis_version", sa.Integer(), nullable=False),
        sa.Column("content_version", sa.String(), nullable=False),
        sa.Column("missing", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.CheckConstraint(
            "provenance IN ('upstream', 'upload', 'generated')",
            name=op.f("ck_dota2_match_provenance"),
        ),
        sa.PrimaryKeyConstraint("match_id", name=op.f("pk_dota2_match")),
    )
    op.create_index(
        op.f("ix_dota2_match_analysis_version"), "dota2_match", ["analysis_version"], unique=False
    )
    op.create_index("ix_dota2_match_league", "dota2_match", ["league_id"], unique=False)
    op.create_index("ix_dota2_match_saved", "dota2_match", ["provenance", "saved_at"], unique=False)
    op.create_index(op.f("ix_dota2_match_started_at"), "dota2_match", ["started_at"], unique=False)
    op.create_table(
        "dota2_parse_request",
        sa.Column("run_id", sa.Uuid(), nullable=False),
        sa.Column("match_id", sa.BigInteger(), nullable=False),
        sa.Column("job_id", sa.BigInteger(), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("run_id", name=op.f("pk_dota2_parse_request")),
    )
    op.create_table(
        "dota2_peer",
        sa.Column("account_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("other_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("with_games", sa.Integer(), nullable=False),
        sa.Column("with_wins", sa.Integer(), nullable=False),
        sa.Column("against_games", sa.Integer(), nullable=False),
        sa.Column("against_wins", sa.Integer(), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("account_id", "other_id", name=op.f("pk_dota2_peer")),
    )
    op.create_table(
        "dota2_upload",
        sa.Column("match_id", sa.BigInteger(), nullable=True),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("filename", sa.String(), nullable=False),
        sa.Column("object_key", sa.String(), nullable=False),
        sa.Column("bytes", sa.Integer(), nullable=False),
        sa.Column("uploaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_dota2_upload")),
    )
    op.create_table(
        "dota2_vanity",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("found_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_dota2_vanity")),
    )
    op.create_table(
        "dota2_league_match",
        sa.Column("league_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("match_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("sequence", sa.BigInteger(), nullable=True),
        sa.Column("series_id", sa.BigInteger(), nullable=True),
        sa.Column("series_type", sa.Integer(), nullable=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("team_a_id", sa.BigInteger(), nullable=True),
        sa.Column("team_b_id", sa.BigInteger(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sentence", sa.String(), nullable=True),
        sa.CheckConstraint(
            "state IN ('pending', 'kept', 'failed')", name=op.f("ck_dota2_league_match_state")
        ),
        sa.ForeignKeyConstraint(
            ["league_id"],
            ["dota2_league.league_id"],
            name=op.f("fk_dota2_league_match_league_id_dota2_league"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("league_id", "match_id", name=op.f("pk_dota2_league_match")),
    )
    op.create_index(
        "ix_dota2_league_match_due", "dota2_league_match", ["state", "next_at"], unique=False
    )
    op.create_table(
        "dota2_player",
        sa.Column("match_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("slot", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=True),
        sa.Column("hero_id", sa.BigInteger(), nullable=False),
        sa.Column("won", sa.Boolean(), nullable=True),
        sa.Column("abandoned", sa.Boolean(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=True),
        sa.Column("kills", sa.Integer(), nullable=True),
        sa.Column("deaths", sa.Integer(), nullable=True),
        sa.Column("assists", sa.Integer(), nullable=True),
        sa.Column("net_worth", sa.Integer(), nullable=True),
        sa.Column("last_hits", sa.Integer(), nullable=True),
        sa.Column("denies", sa.Integer(), nullable=True),
        sa.Column("gold_per_minute", sa.Integer(), nullable=True),
        sa.Column("xp_per_minute", sa.Integer(), nullable=True),
        sa.Column("hero_damage", sa.Integer(), nullable=True),
        sa.Column("tower_damage", sa.Integer(), nullable=True),
        sa.Column("hero_healing", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["match_id"],
            ["dota2_match.match_id"],
            name=op.f("fk_dota2_player_match_id_dota2_match"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("match_id", "slot", name=op.f("pk_dota2_player")),
    )
    op.create_index(
        "ix_dota2_player_account", "dota2_player", ["account_id", "match_id"], unique=False
    )
    op.create_index(op.f("ix_dota2_player_hero_id"), "dota2_player", ["hero_id"], unique=False)
    op.create_table(
        "dota2_slice",
        sa.Column("match_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["match_id"],
            ["dota2_match.match_id"],
            name=op.f("fk_dota2_slice_match_id_dota2_match"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("match_id", "name", name=op.f("pk_dota2_slice")),
    )


def downgrade() -> None:
    op.drop_table("dota2_slice")
    op.drop_index(op.f("ix_dota2_player_hero_id"), table_name="dota2_player")
    op.drop_index("ix_dota2_player_account", table_name="dota2_player")
    op.drop_table("dota2_player")
    op.drop_index("ix_dota2_league_match_due", table_name="dota2_league_match")
    op.drop_table("dota2_league_match")
    op.drop_table("dota2_vanity")
    op.drop_table("dota2_upload")
    op.drop_table("dota2_peer")
    op.drop_table("dota2_parse_request")
    op.drop_index(op.f("ix_dota2_match_started_at"), table_name="dota2_match")
    op.drop_index("ix_dota2_match_saved", table_name="dota2_match")
    op.drop_index("ix_dota2_match_league", table_name="dota2_match")
    op.drop_index(op.f("ix_dota2_match_analysis_version"), table_name="dota2_match")
    op.drop_table("dota2_match")
    op.drop_table("dota2_league")
    op.drop_index("ix_dota2_history_recent", table_name="dota2_history")
    op.drop_table("dota2_history")
    op.drop_table("dota2_hero_record")
    op.drop_table("dota2_account")
