"""An analysed match, its page slices, who played it, and files readers brought."""

from __future__ import annotations

import uuid
from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import db
from webapp.core.models import MOMENT
from webapp.matchroom.models import (
    MatchColumns,
    SliceColumns,
    UploadColumns,
    match_rules,
    of_match,
)


class Dota2Match(MatchColumns, db.Model):  # type: ignore[name-defined,misc]
    """One analysed match; `started_at` is empty where the response does not say."""

    __tablename__ = "dota2_match"
    __table_args__ = (*match_rules("dota2_match"), Index("ix_dota2_match_league", "league_id"))

    match_id: Mapped[int] = mapped_column(
        BigInteger, primary_key=True, autoincrement=False, sort_order=-1
    )
    started_at: Mapped[datetime | None] = mapped_column(MOMENT, index=True)  # type: ignore[assignment]
    sequence: Mapped[int | None] = mapped_column(BigInteger)
    source: Mapped[str]
    parsed: Mapped[bool]
    winner: Mapped[str | None]
    score_a: Mapped[int | None]
    score_b: Mapped[int | None]
    team_a: Mapped[str | None]
    team_b: Mapped[str | None]
    game_mode: Mapped[int | None]
    lobby_type: Mapped[int | None]
    cluster: Mapped[int | None]
    region: Mapped[int | None]
    patch: Mapped[int | None]
    league_id: Mapped[int | None] = mapped_column(BigInteger)
    league_name: Mapped[str | None]
    series_id: Mapped[int | None] = mapped_column(BigInteger)
    replay_url: Mapped[str | None]


class Dota2Slice(SliceColumns, db.Model):  # type: ignore[name-defined,misc]
    """What one part of a match's pages shows, ready to be read: JSON of one dataclass, zstd."""

    __tablename__ = "dota2_slice"

    match_id: Mapped[int] = of_match("dota2_match")


class Dota2Player(db.Model):  # type: ignore[name-defined,misc]
    """One of a match's players with final figures; an account is empty when it is hidden."""

    __tablename__ = "dota2_player"
    __table_args__ = (Index("ix_dota2_player_account", "account_id", "match_id"),)

    match_id: Mapped[int] = mapped_column(
        BigInteger,
        ForeignKey("dota2_match.match_id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    )
    slot: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    side: Mapped[str]
    account_id: Mapped[int | None] = mapped_column(BigInteger)
    hero_id: Mapped[int] = mapped_column(BigInteger, index=True)
    won: Mapped[bool | None]
    abandoned: Mapped[bool]
    level: Mapped[int | None]
    kills: Mapped[int | None]
    deaths: Mapped[int | None]
    assists: Mapped[int | None]
    net_worth: Mapped[int | None]
    last_hits: Mapped[int | None]
    denies: Mapped[int | None]
    gold_per_minute: Mapped[int | None]
    xp_per_minute: Mapped[int | None]
    hero_damage: Mapped[int | None]
    tower_damage: Mapped[int | None]
    hero_healing: Mapped[int | None]


class Dota2Upload(UploadColumns, db.Model):  # type: ignore[name-defined,misc]
    """A file a reader brought, named by its content, and the match it turned out to hold."""

    __tablename__ = "dota2_upload"

    match_id: Mapped[int | None] = mapped_column(BigInteger)


class Dota2ParseRequest(db.Model):  # type: ignore[name-defined,misc]
    """A run that asked OpenDota to read a replay, and the number of that request."""

    __tablename__ = "dota2_parse_request"

    run_id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    match_id: Mapped[int] = mapped_column(BigInteger)
    job_id: Mapped[int | None] = mapped_column(BigInteger)
    asked_at: Mapped[datetime] = mapped_column(MOMENT)
