"""What Riot's servers answer, naming only the fields we read; unknown ones are passed over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

import msgspec

from webapp.lol.domain.played import MiniSeries


@dataclass(frozen=True, slots=True)
class MatchReply:
    """One body of a match as it was served."""

    body: bytes
    fetched_at: datetime
    url: str


class Account(msgspec.Struct, frozen=True, rename="camel"):
    """A Riot account; `puuid` is good for our key alone."""

    puuid: str
    game_name: str = ""
    tag_line: str = ""


class Region(msgspec.Struct, frozen=True):
    """The platform an account plays on, in small letters."""

    region: str = ""


class Summoner(msgspec.Struct, frozen=True, rename="camel"):
    """Level and picture of an account on one platform."""

    profile_icon_id: int | None = None
    summoner_level: int | None = None
    revision_date: int | None = None


class LeagueEntry(msgspec.Struct, frozen=True, rename="camel"):
    """A rank in one queue."""

    queue_type: str = ""
    tier: str = ""
    rank: str = ""
    league_points: int = 0
    wins: int = 0
    losses: int = 0
    hot_streak: bool = False
    veteran: bool = False
    fresh_blood: bool = False
    inactive: bool = False
    league_id: str = ""
    mini_series: MiniSeries | None = None


class Mastery(msgspec.Struct, frozen=True, rename="camel"):
    """How much of a champion somebody has played."""

    champion_id: int
    champion_level: int = 0
    champion_points: int = 0
    last_play_time: int | None = None


class LivePerks(msgspec.Struct, frozen=True, rename="camel"):
    """The runes of somebody in a game."""

    perk_ids: list[int] = []
    perk_style: int | None = None
    perk_sub_style: int | None = None


class LivePlayer(msgspec.Struct, frozen=True, rename="camel"):
    """Somebody in a game that is on."""

    champion_id: int
    team_id: int = 0
    puuid: str | None = None
    riot_id: str | None = None
    spell1_id: int | None = msgspec.field(default=None, name="spell1Id")
    spell2_id: int | None = msgspec.field(default=None, name="spell2Id")
    bot: bool = False
    perks: LivePerks | None = None


class LiveBan(msgspec.Struct, frozen=True, rename="camel"):
    """A ban of a game that is on."""

    champion_id: int
    team_id: int = 0
    pick_turn: int = 0


class LiveGame(msgspec.Struct, frozen=True, rename="camel"):
    """A game that is on."""

    game_id: int
    game_mode: str = ""
    map_id: int | None = None
    game_queue_config_id: int | None = None
    game_start_time: int = 0
    game_length: int = 0
    platform_id: str = ""
    participants: list[LivePlayer] = []
    banned_champions: list[LiveBan] = []


class PlatformStatus(msgspec.Struct, frozen=True):
    """What a platform says of itself."""

    id: str = ""
    name: str = ""
    maintenances: list[msgspec.Raw] = []
    incidents: list[msgspec.Raw] = []


FORMS: Final[dict[str, tuple[type, ...]]] = {
    "riot.account": (Account,),
    "riot.region": (Region,),
    "riot.summoner": (Summoner,),
    "riot.ranks": (tuple[LeagueEntry, ...],),
    "riot.mastery": (tuple[Mastery, ...],),
    "riot.match-ids": (tuple[str, ...],),
    "riot.live": (LiveGame,),
    "riot.status": (PlatformStatus,),
    "ddragon.versions": (list[str],),
}
"""What answers are expected to be, by the kind one of another form is kept aside as."""
