"""The outermost parts of a metadata response."""

from typing import Annotated

import msgspec

from webapp.deadlock.domain.wire.battle import DamageMatrix, Paths
from webapp.deadlock.domain.wire.bounds import FEW, MANY, Enum, Long, Second, Whole, Word
from webapp.deadlock.domain.wire.player import Player


class Objective(msgspec.Struct, gc=False):
    """A building; `destroyed_time_s` 0 means that it stood to the end."""

    team: Enum = None
    team_objective_id: Enum = None
    destroyed_time_s: Second = None
    first_damage_time_s: Second = None
    player_damage: Whole = None
    player_spirit_damage: Whole = None
    creep_damage: Whole = None


class MidBoss(msgspec.Struct, gc=False):
    """One death of the mid boss."""

    team_killed: Enum = None
    team_claimed: Enum = None
    destroyed_time_s: Second = None


class Pause(msgspec.Struct, gc=False):
    """A pause asked for (0 seconds) or ended (its length)."""

    game_time_s: Second = None
    pause_duration_s: Second = None
    player_slot: Whole = None


class CustomStat(msgspec.Struct, gc=False):
    """The name of a custom statistic."""

    id: Whole = None
    name: Word | None = None


class Match(msgspec.Struct, gc=False):
    """`match_info`."""

    match_id: Long | Word | None = None
    start_time: Second = None
    duration_s: Second = None
    match_outcome: Enum = None
    winning_team: Enum = None
    game_mode: Enum = None
    match_mode: Enum = None
    average_badge_team0: Whole = None
    average_badge_team1: Whole = None
    not_scored: bool | None = None
    low_pri_pool: bool | None = None
    new_player_pool: bool | None = None
    bot_difficulty: Enum = None
    players: Annotated[list[Player], FEW] | None = None
    objectives: Annotated[list[Objective], MANY] | None = None
    mid_boss: Annotated[list[MidBoss], MANY] | None = None
    match_pauses: Annotated[list[Pause], MANY] | None = None
    custom_user_stats: Annotated[list[CustomStat], MANY] | None = None
    match_paths: Paths | None = None
    damage_matrix: DamageMatrix | None = None


class Body(msgspec.Struct, gc=False):
    """A whole response. `hero_build_ids` goes by account id."""

    match_info: Match | None = None
    hero_build_ids: dict[Word, Whole] | None = None
    banned_hero_ids: Annotated[list[Whole], FEW] | None = None
