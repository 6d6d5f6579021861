"""An analysed match, its page slices, and its players' final figures."""

from __future__ import annotations

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import db
from webapp.matchroom.models import MatchColumns, SliceColumns, match_rules, of_match


class LolMatch(MatchColumns, db.Model):  # type: ignore[name-defined,misc]
    """One analysed match; `timeline_key` names its second body where there is one."""

    __tablename__ = "lol_match"
    __table_args__ = match_rules("lol_match")

    match_id: Mapped[str] = mapped_column(primary_key=True, sort_order=-1)
    platform: Mapped[str]
    queue_id: Mapped[int | None]
    game_mode: Mapped[str]
    layout: Mapped[str]
    patch: Mapped[str]
    winning_side: Mapped[str | None]
    kills_a: Mapped[int | None]
    kills_b: Mapped[int | None]
    timeline_key: Mapped[str | None]


class LolSlice(SliceColumns, db.Model):  # type: ignore[name-defined,misc]
    """What one part of a match's pages shows, ready to be read: JSON of one dataclass, zstd."""

    __tablename__ = "lol_slice"

    match_id: Mapped[str] = of_match("lol_match")


class LolPlayer(db.Model):  # type: ignore[name-defined,misc]
    """One of a match's players with the final figures questions across matches ask for.

    A figure the body did not hold is null, never 0.
    """

    __tablename__ = "lol_player"
    __table_args__ = (
        Index("ix_lol_player_puuid", "puuid", "match_id"),
        Index("ix_lol_player_champion_id", "champion_id"),
        Index("ix_lol_player_riot_id", text("lower(name)"), text("lower(tag)")),
    )

    match_id: Mapped[str] = of_match("lol_match")
    slot: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    puuid: Mapped[str | None]
    name: Mapped[str | None]
    tag: Mapped[str | None]
    champion_id: Mapped[int]
    champion_name: Mapped[str | None]
    side: Mapped[str | None]
    role: Mapped[str | None]
    won: Mapped[bool | None]
    place: Mapped[int | None]
    kills: Mapped[int | None]
    deaths: Mapped[int | None]
    assists: Mapped[int | None]
    gold: Mapped[int | None]
    cs: Mapped[int | None]
    damage: Mapped[int | None]
    vision: Mapped[int | None]
