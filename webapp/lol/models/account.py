"""Accounts as Riot last told of them: names, ranks over time, mastery, games, the one now on.

A PUUID belongs to our key: with another key an account has another one, so all we knew are kept.
"""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, UniqueConstraint, false
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import db
from webapp.core.models import MOMENT


def _of_account(*, primary: bool = True) -> Any:
    return mapped_column(ForeignKey("lol_account.id", ondelete="CASCADE"), primary_key=primary)


class LolAccount(db.Model):  # type: ignore[name-defined,misc]
    """One account on one platform; `name_key` and `tag_key` are the Riot ID as it is compared."""

    __tablename__ = "lol_account"
    __table_args__ = (
        UniqueConstraint("name_key", "tag_key", name="uq_lol_account_riot_id"),
        Index("ix_lol_account_refreshed_at", "refreshed_at"),
    )

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    platform: Mapped[str]
    name: Mapped[str]
    tag: Mapped[str]
    name_key: Mapped[str]
    tag_key: Mapped[str]
    puuid: Mapped[str]
    key_print: Mapped[str]
    icon: Mapped[int | None]
    level: Mapped[int | None]
    refreshed_at: Mapped[datetime | None] = mapped_column(MOMENT)


class LolKnownPuuid(db.Model):  # type: ignore[name-defined,misc]
    """An id an account had with one of our keys."""

    __tablename__ = "lol_known_puuid"
    __table_args__ = (Index("ix_lol_known_puuid_account_id", "account_id"),)

    puuid: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[uuid.UUID] = _of_account(primary=False)


class LolRank(db.Model):  # type: ignore[name-defined,misc]
    """A rank in one queue from a moment on; a new row only when the rank changed.

    The league and the marks beside it are those of the last time Riot was asked.
    """

    __tablename__ = "lol_rank"

    account_id: Mapped[uuid.UUID] = _of_account()
    queue: Mapped[str] = mapped_column(primary_key=True)
    seen_at: Mapped[datetime] = mapped_column(MOMENT, primary_key=True)
    tier: Mapped[str]
    division: Mapped[str]
    points: Mapped[int]
    wins: Mapped[int]
    losses: Mapped[int]
    league_id: Mapped[str] = mapped_column(server_default="")
    veteran: Mapped[bool] = mapped_column(server_default=false())
    inactive: Mapped[bool] = mapped_column(server_default=false())
    fresh_blood: Mapped[bool] = mapped_column(server_default=false())
    hot_streak: Mapped[bool] = mapped_column(server_default=false())
    mini_series: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))


class LolMastery(db.Model):  # type: ignore[name-defined,misc]
    """How much of a champion an account has played, in the game's own points."""

    __tablename__ = "lol_mastery"

    account_id: Mapped[uuid.UUID] = _of_account()
    champion_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    level: Mapped[int]
    points: Mapped[int] = mapped_column(BigInteger)
    played_at: Mapped[datetime | None] = mapped_column(MOMENT)


class LolPlayed(db.Model):  # type: ignore[name-defined,misc]
    """A match Riot lists for an account, kept here or not; ids grow with time."""

    __tablename__ = "lol_played"

    account_id: Mapped[uuid.UUID] = _of_account()
    match_id: Mapped[str] = mapped_column(primary_key=True)


class LolLive(db.Model):  # type: ignore[name-defined,misc]
    """The game an account was last seen in, empty for none; `over_at` is when it was found over.

    `looked_at` is when Riot last answered whether a game is on.
    """

    __tablename__ = "lol_live"

    account_id: Mapped[uuid.UUID] = _of_account()
    seen_at: Mapped[datetime] = mapped_column(MOMENT)
    game: Mapped[dict[str, Any]] = mapped_column(JSONB)
    over_at: Mapped[datetime | None] = mapped_column(MOMENT)
    looked_at: Mapped[datetime | None] = mapped_column(MOMENT)
