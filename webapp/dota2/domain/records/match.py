"""The whole match."""

from datetime import datetime

import msgspec

from webapp.dota2.domain.records.draft import DraftStep, DraftTiming
from webapp.dota2.domain.records.events import ChatLine, Objective, Pause, Teamfight
from webapp.dota2.domain.records.player import Player


class Team(msgspec.Struct, frozen=True):
    """A registered team that played one side. `logo_id` may exceed 2^53: show it as text."""

    team_id: int | None
    name: str | None
    tag: str | None
    logo_id: int | None
    logo_url: str | None
    captain: int | None


class Match(msgspec.Struct, frozen=True):
    """One match, whatever shape it came in.

    `started_at` is aware and UTC, None where not said; `duration_s` is 0 there. `winner` is "a",
    "b" or None. `towers_*` (11 bits) and `barracks_*` (6 bits) have a bit set for each building
    that still stood.
    `gold_lead` and `xp_lead` are the upstream's own, Radiant minus Dire, aligned to `lead_at_s`.
    `source` is "opendota", "steam" or "replay" (read here); `version` is the upstream's parser's.
    `parsed` says that figures of a replay are there; `missing` says in plain sentences what is
    not; `drifted` names fields that had to be passed over because of what stood in them.
    """

    match_id: int
    sequence: int | None
    source: str
    version: int | None
    parsed: bool
    started_at: datetime | None
    duration_s: int
    before_horn_s: int | None
    first_blood_at_s: int | None
    winner: str | None
    score_a: int | None
    score_b: int | None
    game_mode: int | None
    lobby_type: int | None
    cluster: int | None
    region: int | None
    patch: int | None
    league_id: int | None
    league_name: str | None
    series_id: int | None
    series_type: int | None
    human_players: int | None
    team_a: Team | None
    team_b: Team | None
    towers_a: int | None
    towers_b: int | None
    barracks_a: int | None
    barracks_b: int | None
    replay_salt: int | None
    replay_url: str | None
    players: tuple[Player, ...]
    draft: tuple[DraftStep, ...]
    draft_timings: tuple[DraftTiming, ...]
    objectives: tuple[Objective, ...] | None
    teamfights: tuple[Teamfight, ...] | None
    chat: tuple[ChatLine, ...] | None
    pauses: tuple[Pause, ...] | None
    lead_at_s: tuple[int, ...]
    gold_lead: tuple[int | None, ...] | None
    xp_lead: tuple[int | None, ...] | None
    missing: tuple[str, ...]
    drifted: tuple[str, ...]
