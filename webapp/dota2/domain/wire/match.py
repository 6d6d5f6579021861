"""The outermost parts of a response, OpenDota's and Steam's alike."""

from typing import Annotated, Any

import msgspec

from webapp.dota2.domain.wire.bounds import (
    FEW,
    MANY,
    MINUTES,
    Flag,
    Huge,
    Line,
    Long,
    Real,
    Whole,
    Word,
)
from webapp.dota2.domain.wire.logs import Chat, Objective, Pause, Teamfight


class PickBan(msgspec.Struct):
    """A step of the draft; `team` 0 is Radiant."""

    is_pick: Flag = None
    hero_id: Whole = None
    team: Whole = None
    order: Whole = None


class Timing(msgspec.Struct):
    """How long a step took; `active_team` 2 is Radiant, `order` counts from 1."""

    order: Whole = None
    pick: Flag = None
    active_team: Whole = None
    hero_id: Whole = None
    player_slot: Whole = None
    extra_time: Real = None
    total_time_taken: Real = None


class Team(msgspec.Struct):
    """A registered team."""

    team_id: Long = None
    name: Word = None
    tag: Word = None
    logo_url: Line = None


class League(msgspec.Struct):
    """The league of a match."""

    leagueid: Long = None
    name: Word = None


class Held(msgspec.Struct):
    """What the upstream holds of a match."""

    has_parsed: Flag = None


class Match(msgspec.Struct):
    """A match; all fields but `match_id` may be absent or null."""

    match_id: Long = None
    match_seq_num: Long = None
    version: Whole = None
    od_data: Held | None = None
    start_time: Long = None
    duration: Whole = None
    pre_game_duration: Whole = None
    first_blood_time: Whole = None
    radiant_win: Flag = None
    radiant_score: Whole = None
    dire_score: Whole = None
    game_mode: Whole = None
    lobby_type: Whole = None
    cluster: Whole = None
    region: Whole = None
    patch: Whole = None
    leagueid: Long = None
    league: League | None = None
    series_id: Long = None
    series_type: Whole = None
    human_players: Whole = None
    radiant_team_id: Long = None
    radiant_name: Word = None
    radiant_logo: Huge = None
    radiant_captain: Long = None
    radiant_team: Team | None = None
    dire_team_id: Long = None
    dire_name: Word = None
    dire_logo: Huge = None
    dire_captain: Long = None
    dire_team: Team | None = None
    tower_status_radiant: Whole = None
    tower_status_dire: Whole = None
    barracks_status_radiant: Whole = None
    barracks_status_dire: Whole = None
    replay_salt: Long = None
    replay_url: Line = None
    picks_bans: Annotated[list[PickBan], FEW] | None = None
    draft_timings: Annotated[list[Timing], FEW] | None = None
    objectives: Annotated[list[Objective], MANY] | None = None
    teamfights: Annotated[list[Teamfight], MANY] | None = None
    chat: Annotated[list[Chat], MANY] | None = None
    pauses: Annotated[list[Pause], MANY] | None = None
    radiant_gold_adv: Annotated[list[Real], MINUTES] | None = None
    radiant_xp_adv: Annotated[list[Real], MINUTES] | None = None
    players: Annotated[list[dict[str, Any]], FEW] | None = None
