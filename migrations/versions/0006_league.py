"""matches, accounts, ranks and mastery of League of Legends."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql


revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "lol_account",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("tag", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("tag_key", sa.String(), nullable=False),
        sa.Column("puuid", sa.String(), nullable=False),
        sa.Column("key_print", sa.String(), nullable=False),
        sa.Column("icon", sa.Integer(), nullable=True),
        sa.Column("level", sa.Integer(), nullable=True),
        sa.Column("refreshed_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lol_account")),
        sa.UniqueConstraint("name_key", "tag_key", name="uq_lol_account_riot_id"),
    )
    op.create_index("ix_lol_account_refreshed_at", "lol_account", ["refreshed_at"], unique=False)
    op.create_table(
        "lol_key",
        sa.Column("key_print", sa.String(), nullable=False),
        sa.Column("refused_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tried_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sentence", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key_print", name=op.f("pk_lol_key")),
    )
    op.create_table(
        "lol_match",
        sa.Column("match_id", sa.String(), nullable=False),
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("queue_id", sa.Integer(), nullable=True),
        sa.Column("game_mode", sa.String(), nullable=False),
        sa.Column("layout", sa.String(), nullable=False),
        sa.Column("patch", sa.String(), nullable=False),
        sa.Column("winning_side", sa.String(), nullable=True),
        sa.Column("kills_a", sa.Integer(), nullable=True),
        sa.Column("kills_b", sa.Integer(), nullable=True),
        sa.Column("timeline_key", sa.String(), nullable=True),
        sa.Column("provenance", sa.String(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
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
            name=op.f("ck_lol_match_provenance"),
        ),
        sa.PrimaryKeyConstraint("match_id", name=op.f("pk_lol_match")),
    )
    op.create_index(
        op.f("ix_lol_match_analysis_version"), "lol_match", ["analysis_version"], unique=False
    )
    op.create_index("ix_lol_match_saved", "lol_match", ["provenance", "saved_at"], unique=False)
    op.create_index(op.f("ix_lol_match_started_at"), "lol_match", ["started_at"], unique=False)
    op.create_table(
        "lol_upload",
        sa.Column("match_id", sa.String(), nullable=True),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("filename", sa.String(), nullable=False),
        sa.Column("object_key", sa.String(), nullable=False),
        sa.Column("bytes", sa.Integer(), nullable=False),
        sa.Column("uploaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_lol_upload")),
    )
    op.create_table(
        "lol_known_puuid",
        sa.Column("puuid", sa.String(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["lol_account.id"],
            name=op.f("fk_lol_known_puuid_account_id_lol_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("puuid", name=op.f("pk_lol_known_puuid")),
    )
    op.create_index(
        "ix_lol_known_puuid_account_id", "lol_known_puuid", ["account_id"], unique=False
    )
    op.create_table(
        "lol_live",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("game", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["lol_account.id"],
            name=op.f("fk_lol_live_account_id_lol_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_lol_live")),
    )
    op.create_table(
        "lol_mastery",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("champion_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("points", sa.BigInteger(), nullable=False),
        sa.Column("played_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["lol_account.id"],
            name=op.f("fk_lol_mastery_account_id_lol_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("account_id", "champion_id", name=op.f("pk_lol_mastery")),
    )
    op.create_table(
        "lol_played",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("match_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["lol_account.id"],
            name=op.f("fk_lol_played_account_id_lol_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("account_id", "match_id", name=op.f("pk_lol_played")),
    )
    op.create_table(
        "lol_player",
        sa.Column("match_id", sa.String(), autoincrement=False, nullable=False),
        sa.Column("slot", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("puuid", sa.String(), nullable=True),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("tag", sa.String(), nullable=True),
        sa.Column("champion_id", sa.Integer(), nullable=False),
        sa.Column("champion_name", sa.String(), nullable=True),
        sa.Column("side", sa.String(), nullable=True),
        sa.Column("role", sa.String(), nullable=True),
        sa.Column("won", sa.Boolean(), nullable=True),
        sa.Column("place", sa.Integer(), nullable=True),
        sa.Column("kills", sa.Integer(), nullable=True),
        sa.Column("deaths", sa.Integer(), nullable=True),
        sa.Column("assists", sa.Integer(), nullable=True),
        sa.Column("gold", sa.Integer(), nullable=True),
        sa.Column("cs", sa.Integer(), nullable=True),
        sa.Column("damage", sa.Integer(), nullable=True),
        sa.Column("vision", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["match_id"],
            ["lol_match.match_id"],
            name=op.f("fk_lol_player_match_id_lol_match"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("match_id", "slot", name=op.f("pk_lol_player")),
    )
    op.create_index("ix_lol_player_champion_id", "lol_player", ["champion_id"], unique=False)
    op.create_index("ix_lol_player_puuid", "lol_player", ["puuid", "match_id"], unique=False)
    op.create_table(
        "lol_rank",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("queue", sa.String(), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tier", sa.String(), nullable=False),
        sa.Column("division", sa.String(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("wins", sa.Integer(), nullable=False),
        sa.Column("losses", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["lol_account.id"],
            name=op.f("fk_lol_rank_account_id_lol_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("account_id", "queue", "seen_at", name=op.f("pk_lol_rank")),
    )
    op.create_table(
        "lol_slice",
        sa.Column("match_id", sa.String(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["match_id"],
            ["lol_match.match_id"],
            name=op.f("fk_lol_slice_match_id_lol_match"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("match_id", "name", name=op.f("pk_lol_slice")),
    )


def downgrade() -> None:
    op.drop_table("lol_slice")
    op.drop_table("lol_rank")
    op.drop_index("ix_lol_player_puuid", table_name="lol_player")
    op.drop_index("ix_lol_player_champion_id", table_name="lol_player")
    op.drop_table("lol_player")
    op.drop_table("lol_played")
    op.drop_table("lol_mastery")
    op.drop_table("lol_live")
    op.drop_index("ix_lol_known_puuid_account_id", table_name="lol_known_puuid")
    op.drop_table("lol_known_puuid")
    op.drop_table("lol_upload")
    op.drop_index(op.f("ix_lol_match_started_at"), table_name="lol_match")
    op.drop_index("ix_lol_match_saved", table_name="lol_match")
    op.drop_index(op.f("ix_lol_match_analysis_version"), table_name="lol_match")
    op.drop_table("lol_match")
    op.drop_table("lol_key")
    op.drop_index("ix_lol_account_refreshed_at", table_name="lol_account")
    op.drop_table("lol_account")
