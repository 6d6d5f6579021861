"""League games and plays as vectors, where the database has the vector extension."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from pgvector.sqlalchemy import VECTOR


revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    if not _has_vectors():
        return
    op.create_table(
        "lol_curve",
        sa.Column("match_id", sa.String(), autoincrement=False, nullable=False),
        sa.Column("figures", VECTOR(31), nullable=False),
        sa.ForeignKeyConstraint(
            ["match_id"],
            ["lol_match.match_id"],
            name=op.f("fk_lol_curve_match_id_lol_match"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("match_id", name=op.f("pk_lol_curve")),
    )
    op.create_table(
        "lol_play",
        sa.Column("match_id", sa.String(), autoincrement=False, nullable=False),
        sa.Column("slot", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("figures", VECTOR(18), nullable=False),
        sa.ForeignKeyConstraint(
            ["match_id"],
            ["lol_match.match_id"],
            name=op.f("fk_lol_play_match_id_lol_match"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("match_id", "slot", name=op.f("pk_lol_play")),
    )
    for table in ("lol_curve", "lol_play"):
        op.create_index(
            f"ix_{table}_figures",
            table,
            ["figures"],
            unique=False,
            postgresql_using="hnsw",
            postgresql_ops={"figures": "vector_cosine_ops"},
        )


def downgrade() -> None:
    # The extension stays: this database may use it for something else.
    op.execute("DROP TABLE IF EXISTS lol_play")
    op.execute("DROP TABLE IF EXISTS lol_curve")


def _has_vectors() -> bool:
    """Have the extension, or leave the tables out: everything else works without it."""
    bind = op.get_bind()
    known = sa.text("SELECT count(*) FROM pg_available_extensions WHERE name = 'vector'")
    if not bind.scalar(known):
        return False
    try:
        with bind.begin_nested():
            bind.execute(sa.text("CREATE EXTENSION IF NOT EXISTS vector"))
    except sa.exc.ProgrammingError:  # this user may not make extensions
        return False
    return True
