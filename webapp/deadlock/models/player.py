"""Who played: final figures of a match, Steam accounts and their histories as the archive tells.

Names and ranks are what was last heard; nothing here is private to a reader.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import db
from webapp.core.models import MOMENT


class DeadlockPlayer(db.Model):  # type: ignore[name-defined,misc]
    """One of a match's players with the final figures questions across matches ask for."""

    __tablename__ = "deadlock_player"
    __table_args__ = (Index("ix_deadlock_player_account", "account_id", "match_id"),)

    match_id: Mapped[int] = mapped_column(
        BigInteger,
        ForeignKey("deadlock_match.match_id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    )
    slot: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    account_id: Mapped[int | None] = mapped_column(BigInteger)
    hero_id: Mapped[int] = mapped_column(BigInteger, index=True)
    team: Mapped[int]
    lane: Mapped[str | None]
    won: Mapped[bool | None]
    kills: Mapped[int]
    deaths: Mapped[int]
    assists: Mapped[int]
    souls: Mapped[int]
    level: Mapped[int]
    player_damage: Mapped[int]
    damage_taken: Mapped[int]
    objective_damage: Mapped[int]
    healing: Mapped[int]
    last_hits: Mapped[int]
    denies: Mapped[int]


class DeadlockAccount(db.Model):  # type: ignore[name-defined,misc]
    """A Steam account as we last heard of it, and when its history was last asked for."""

    __tablename__ = "deadlock_account"

    account_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    persona_name: Mapped[str | None]
    profile_fetched_at: Mapped[datetime | None] = mapped_column(MOMENT)
    history_fetched_at: Mapped[datetime | None] = mapped_column(MOMENT)
    rank: Mapped[int | None]


class DeadlockHistory(db.Model):  # type: ignore[name-defined,misc]
    """One line of an account's match history, as the archive tells it."""

    __tablename__ = "deadlock_history"
    __table_args__ = (Index("ix_deadlock_history_recent", "account_id", "started_at"),)

    account_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    match_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    started_at: Mapped[datetime] = mapped_column(MOMENT)
    duration_s: Mapped[int | None]
    hero_id: Mapped[int] = mapped_column(BigInteger)
    game_mode: Mapped[str]
    match_mode: Mapped[str]
    won: Mapped[bool | None]
    abandoned: Mapped[bool]
    kills: Mapped[int]
    deaths: Mapped[int]
    assists: Mapped[int]
    souls: Mapped[int]
    last_hits: Mapped[int]
    denies: Mapped[int]
