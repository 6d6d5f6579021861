"""Games and plays as vectors, for finding those that went alike.

The tables need Postgres's vector extension. A database without it has no such tables: nothing may
read or write them before `store.shapes` says they are there.
"""

from __future__ import annotations

from typing import Any

from pgvector.sqlalchemy import VECTOR
from sqlalchemy import DDL, Index, event
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import db
from webapp.lol.domain.vectors import CURVE_LENGTH, PLAYER_LENGTH
from webapp.matchroom.models import of_match


def _by_cosine(name: str, column: str) -> Index:
    return Index(
        name, column, postgresql_using="hnsw", postgresql_ops={column: "vector_cosine_ops"}
    )


class LolCurve(db.Model):  # type: ignore[name-defined,misc]
    """How one game's gold lead went; fetched games on Summoner's Rift alone."""

    __tablename__ = "lol_curve"
    __table_args__ = (_by_cosine("ix_lol_curve_figures", "figures"),)

    match_id: Mapped[str] = of_match("lol_match")
    figures: Mapped[Any] = mapped_column(VECTOR(CURVE_LENGTH))


class LolPlay(db.Model):  # type: ignore[name-defined,misc]
    """One player's figures against what is usual for the role."""

    __tablename__ = "lol_play"
    __table_args__ = (_by_cosine("ix_lol_play_figures", "figures"),)

    match_id: Mapped[str] = of_match("lol_match")
    slot: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    role: Mapped[str]
    figures: Mapped[Any] = mapped_column(VECTOR(PLAYER_LENGTH))


_HAVE_VECTORS = DDL("CREATE EXTENSION IF NOT EXISTS vector")  # type: ignore[no-untyped-call]
for _model in (LolCurve, LolPlay):
    event.listen(_model.__table__, "before_create", _HAVE_VECTORS)
