"""What OpenDota and Steam answer, naming only the fields we read; others are passed over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

import msgspec

Id = Annotated[int, msgspec.Meta(ge=0, le=2**63 - 1)]
Whole = Annotated[int, msgspec.Meta(ge=-(2**31), le=2**31 - 1)]
"""What a column of 32 bits holds."""


@dataclass(frozen=True, slots=True)
class MatchReply:
    """One match as it was served: OpenDota's body, or Steam's match object on its own."""

    body: bytes
    fetched_at: datetime
    url: str


class ParseJob(msgspec.Struct, frozen=True, rename={"job_id": "jobId"}):
    """A request to read a replay; nothing to wait for when it has no number."""

    job_id: Id | None = None


class ParseAsked(msgspec.Struct, frozen=True):
    """The answer to a request."""

    job: ParseJob = ParseJob()


class PlayedMatch(msgspec.Struct, frozen=True):
    """One match of a player's history."""

    match_id: Id
    hero_id: Id
    start_time: int
    player_slot: int | None = None
    radiant_win: bool | None = None
    duration: Whole | None = None
    game_mode: Whole | None = None
    lobby_type: Whole | None = None
    version: int | None = None
    leaver_status: int | None = None
    party_size: int | None = None
    kills: Whole | None = None
    deaths: Whole | None = None
    assists: Whole | None = None
    gold_per_min: Whole | None = None
    xp_per_min: Whole | None = None
    last_hits: Whole | None = None
    hero_damage: Whole | None = None


class Person(msgspec.Struct, frozen=True):
    """Who an account is; `fh_unavailable` says that its matches are kept private."""

    account_id: int | None = None
    personaname: str | None = None
    name: str | None = None
    fh_unavailable: bool | None = None


class Profile(msgspec.Struct, frozen=True):
    """An account and its rank."""

    profile: Person | None = None
    rank_tier: Whole | None = None
    leaderboard_rank: int | None = None


class HeroRecord(msgspec.Struct, frozen=True):
    """A player's games and wins as a hero; `hero_id` is a text on older answers."""

    hero_id: Id
    games: Whole = 0
    win: Whole = 0
    last_played: int | None = None


class Peer(msgspec.Struct, frozen=True):
    """Somebody a player met, beside them or against them."""

    account_id: Id
    games: Whole = 0
    win: Whole = 0
    with_games: Whole = 0
    with_win: Whole = 0
    against_games: Whole = 0
    against_win: Whole = 0
    last_played: int | None = None
    personaname: str | None = None


class ListedPlayer(msgspec.Struct, frozen=True):
    """Who played what in a listed match; hidden accounts all have one number."""

    account_id: int | None = None
    player_slot: int | None = None
    hero_id: int | None = None


class ListedMatch(msgspec.Struct, frozen=True):
    """One line of a history of Steam's: no result in it."""

    match_id: Id
    match_seq_num: Id | None = None
    start_time: int | None = None
    series_id: Id | None = None
    series_type: Whole | None = None
    lobby_type: int | None = None
    radiant_team_id: Id | None = None
    dire_team_id: Id | None = None
    players: list[ListedPlayer] = []


class LeaguePage(msgspec.Struct, frozen=True):
    """One page of a history; `num_results` is 0 for leagues and means nothing."""

    total_results: int | None = None
    results_remaining: int | None = None
    matches: list[ListedMatch] = []


class SteamProfile(msgspec.Struct, frozen=True):
    """A name as Steam shows it."""

    steamid: str
    personaname: str | None = None
    profileurl: str | None = None
