"""Leagues whose matches are followed, and each match as the game's own list names it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import db
from webapp.core.models import MOMENT


class Dota2League(db.Model):  # type: ignore[name-defined,misc]
    """A league, when its list was last read, and when it was last read to the end."""

    __tablename__ = "dota2_league"

    league_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    name: Mapped[str | None]
    synced_at: Mapped[datetime | None] = mapped_column(MOMENT)
    walked_at: Mapped[datetime | None] = mapped_column(MOMENT)


class Dota2LeagueMatch(db.Model):  # type: ignore[name-defined,misc]
    """One match of a league: `kept` once it is analysed here, `failed` with its sentence."""

    __tablename__ = "dota2_league_match"
    __table_args__ = (
        CheckConstraint("state IN ('pending', 'kept', 'failed')", name="state"),
        Index("ix_dota2_league_match_due", "state", "next_at"),
    )

    league_id: Mapped[int] = mapped_column(
        BigInteger,
        ForeignKey("dota2_league.league_id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    )
    match_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    sequence: Mapped[int | None] = mapped_column(BigInteger)
    series_id: Mapped[int | None] = mapped_column(BigInteger)
    series_type: Mapped[int | None]
    started_at: Mapped[datetime | None] = mapped_column(MOMENT)
    team_a_id: Mapped[int | None] = mapped_column(BigInteger)
    team_b_id: Mapped[int | None] = mapped_column(BigInteger)
    state: Mapped[str] = mapped_column(default="pending")
    tries: Mapped[int] = mapped_column(default=0)
    next_at: Mapped[datetime] = mapped_column(MOMENT)
    sentence: Mapped[str | None]
