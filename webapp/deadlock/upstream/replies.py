"""What the archive answers, naming only the fields we read; unknown ones are passed over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal

import msgspec

Encoding = Literal["json", "protobuf"]
Packing = Literal["none", "bzip2", "zstd"]


@dataclass(frozen=True, slots=True)
class MetadataReply:
    """One match as it was served: JSON, or the game's own protobuf, perhaps still packed."""

    body: bytes
    encoding: Encoding
    packing: Packing
    fetched_at: datetime
    url: str


@dataclass(frozen=True, slots=True)
class AssetsReply:
    """One list of names and numbers of the game."""

    name: str
    body: bytes
    fetched_at: datetime
    url: str


class Salts(msgspec.Struct, frozen=True):
    """What it takes to find a match's files on the game's own servers."""

    match_id: int
    cluster_id: int | None = None
    metadata_salt: int | None = None
    replay_salt: int | None = None
    metadata_url: str | None = None
    demo_url: str | None = None


class HistoryEntry(msgspec.Struct, frozen=True):
    """One match of a player; won when `match_result` is the player's own team."""

    match_id: int
    hero_id: int
    start_time: int
    player_team: int | None = None
    match_result: int | None = None
    match_duration_s: int | None = None
    game_mode: int | None = None
    match_mode: int | None = None
    hero_level: int | None = None
    player_kills: int | None = None
    player_deaths: int | None = None
    player_assists: int | None = None
    net_worth: int | None = None
    last_hits: int | None = None
    denies: int | None = None
    team_abandoned: bool | None = None
    abandoned_time_s: int | None = None
    player_match_outcome: int | None = None
    ranked_display_badge: int | None = None
    ranked_delta: int | None = None


class SteamProfile(msgspec.Struct, frozen=True):
    """A player's name and pictures, as Steam showed them to the archive."""

    account_id: int
    personaname: str = ""
    avatar: str | None = None
    avatarmedium: str | None = None
    avatarfull: str | None = None
    profileurl: str | None = None
    last_updated: int | str | None = None


@dataclass(frozen=True, slots=True)
class MatchHistory:
    """A player's matches, newest first, and when the archive vouched for them."""

    entries: tuple[HistoryEntry, ...]
    fetched_at: datetime


FORMS: Final[dict[str, tuple[type, ...]]] = {
    "deadlock.salts": (Salts,),
    "deadlock.history": (tuple[HistoryEntry, ...],),
    "deadlock.profiles": (list[SteamProfile],),
    "deadlock.builds": (list[dict[str, Any]],),
}
"""What answers are expected to be, by the kind one of another form is kept aside as."""
