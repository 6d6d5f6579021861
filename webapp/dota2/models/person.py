"""Accounts as OpenDota tells them: name, history, games by hero, company.

What was last heard; nothing here is private to a reader.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, Index
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import db
from webapp.core.models import MOMENT


class Dota2Account(db.Model):  # type: ignore[name-defined,misc]
    """A Steam account as we last heard of it; `hidden` when it keeps its matches private."""

    __tablename__ = "dota2_account"

    account_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    persona_name: Mapped[str | None]
    pro_name: Mapped[str | None]
    rank_tier: Mapped[int | None]
    hidden: Mapped[bool] = mapped_column(default=False)
    history_fetched_at: Mapped[datetime | None] = mapped_column(MOMENT)


class Dota2History(db.Model):  # type: ignore[name-defined,misc]
    """One line of an account's match history, as OpenDota tells it."""

    __tablename__ = "dota2_history"
    __table_args__ = (Index("ix_dota2_history_recent", "account_id", "started_at"),)

    account_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    match_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    started_at: Mapped[datetime] = mapped_column(MOMENT)
    duration_s: Mapped[int | None]
    hero_id: Mapped[int] = mapped_column(BigInteger)
    side: Mapped[str | None]
    game_mode: Mapped[int | None]
    lobby_type: Mapped[int | None]
    won: Mapped[bool | None]
    abandoned: Mapped[bool]
    kills: Mapped[int | None]
    deaths: Mapped[int | None]
    assists: Mapped[int | None]
    gold_per_minute: Mapped[int | None]
    xp_per_minute: Mapped[int | None]
    last_hits: Mapped[int | None]
    hero_damage: Mapped[int | None]


class Dota2HeroRecord(db.Model):  # type: ignore[name-defined,misc]
    """An account's games and wins as one hero, over everything OpenDota knows."""

    __tablename__ = "dota2_hero_record"

    account_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    hero_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    games: Mapped[int]
    wins: Mapped[int]
    last_at: Mapped[datetime | None] = mapped_column(MOMENT)


class Dota2Peer(db.Model):  # type: ignore[name-defined,misc]
    """Whom an account met, beside it and against it, over everything OpenDota knows."""

    __tablename__ = "dota2_peer"

    account_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    other_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    name: Mapped[str | None]
    with_games: Mapped[int]
    with_wins: Mapped[int]
    against_games: Mapped[int]
    against_wins: Mapped[int]
    last_at: Mapped[datetime | None] = mapped_column(MOMENT)


class Dota2Vanity(db.Model):  # type: ignore[name-defined,misc]
    """A custom name of a Steam profile, in small letters, and whose it was when asked."""

    __tablename__ = "dota2_vanity"

    name: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(BigInteger)
    found_at: Mapped[datetime] = mapped_column(MOMENT)
