"""One player in a metadata response."""

from typing import Annotated

import msgspec

from webapp.deadlock.domain.wire.bounds import FEW, MANY, Enum, Long, Real, Second, Whole, Word


class Place(msgspec.Struct, gc=False):
    """A point in world units."""

    x: Real = None
    y: Real = None
    z: Real = None


class Death(msgspec.Struct, gc=False):
    """One death; `killer_player_slot` is 0 or the dead player's own when no player did it."""

    game_time_s: Second = None
    time_to_kill_s: Real = None
    killer_player_slot: Whole = None
    death_pos: Place | None = None
    killer_pos: Place | None = None
    death_duration_s: Second = None


class Item(msgspec.Struct, gc=False):
    """An item bought or an ability raised."""

    game_time_s: Second = None
    item_id: Whole = None
    upgrade_id: Whole = None
    sold_time_s: Second = None
    flags: Whole = None
    imbued_ability_id: Whole = None


class GoldSource(msgspec.Struct, gc=False):
    """Souls by source so far."""

    source: Enum = None
    kills: Whole = None
    damage: Whole = None
    gold: Whole = None
    gold_orbs: Whole = None


class CustomValue(msgspec.Struct, gc=False):
    """One custom statistic's running value."""

    id: Whole = None
    value: Whole = None


class Ping(msgspec.Struct, gc=False):
    """One ping."""

    ping_type: Enum = None
    ping_data: Whole = None
    game_time_s: Second = None


class AbilityStat(msgspec.Struct, gc=False):
    """Stacks of one ability or item."""

    ability_id: Whole = None
    ability_value: Whole = None


class Accolade(msgspec.Struct, gc=False):
    """One award."""

    accolade_id: Whole = None
    accolade_stat_value: Whole = None
    accolade_threshold_achieved: Whole = None


class Buff(msgspec.Struct, gc=False):
    """One kind of picked-up buff; times and values of each pickup since September 2026."""

    type: Word | None = None
    value: Whole = None
    is_permanent: bool | None = None
    pickup_times_s: Annotated[list[Second], MANY] | None = None
    pickup_stat_values: Annotated[list[Real], MANY] | None = None


class Rank(msgspec.Struct, gc=False):
    """What a ranked match did to a player."""

    initial_display_rank: Whole = None
    initial_flat_progress: Whole = None
    final_flat_progress: Whole = None


class Snapshot(msgspec.Struct, gc=False):
    """Running totals; the names are those of the record."""

    time_stamp_s: Second = None
    net_worth: Whole = None
    level: Whole = None
    kills: Whole = None
    deaths: Whole = None
    assists: Whole = None
    creep_kills: Whole = None
    neutral_kills: Whole = None
    possible_creeps: Whole = None
    denies: Whole = None
    creep_damage: Whole = None
    player_damage: Whole = None
    neutral_damage: Whole = None
    boss_damage: Whole = None
    player_damage_taken: Whole = None
    damage_mitigated: Whole = None
    damage_absorbed: Whole = None
    absorption_provided: Whole = None
    player_healing: Whole = None
    self_healing: Whole = None
    heal_prevented: Whole = None
    heal_lost: Whole = None
    max_health: Whole = None
    weapon_power: Whole = None
    tech_power: Whole = None
    ability_points: Whole = None
    shots_hit: Whole = None
    shots_missed: Whole = None
    hero_bullets_hit: Whole = None
    hero_bullets_hit_crit: Whole = None
    gold_player: Whole = None
    gold_player_orbs: Whole = None
    gold_lane_creep: Whole = None
    gold_lane_creep_orbs: Whole = None
    gold_neutral_creep: Whole = None
    gold_neutral_creep_orbs: Whole = None
    gold_boss: Whole = None
    gold_boss_orb: Whole = None
    gold_treasure: Whole = None
    gold_denied: Whole = None
    gold_death_loss: Whole = None
    player_barriering: Whole = None
    teammate_healing: Whole = None
    teammate_barriering: Whole = None
    self_damage: Whole = None
    bullet_kills: Whole = None
    melee_kills: Whole = None
    ability_kills: Whole = None
    headshot_kills: Whole = None
    gold_sources: Annotated[list[GoldSource], FEW] | None = None
    custom_user_stats: Annotated[list[CustomValue], MANY] | None = None


class Player(msgspec.Struct, gc=False):
    """One player."""

    account_id: Long | None = None
    player_slot: Whole = None
    team: Enum = None
    hero_id: Whole = None
    kills: Whole = None
    deaths: Whole = None
    assists: Whole = None
    net_worth: Whole = None
    last_hits: Whole = None
    denies: Whole = None
    level: Whole = None
    ability_points: Whole = None
    assigned_lane: Whole = None
    party: Whole = None
    abandon_match_time_s: Second = None
    mvp_rank: Whole = None
    player_match_outcome: Enum = None
    player_rank_data: Rank | None = None
    stats_type_stat: Annotated[list[Real], MANY] | None = None
    stats: Annotated[list[Snapshot], MANY] | None = None
    death_details: Annotated[list[Death], MANY] | None = None
    items: Annotated[list[Item], MANY] | None = None
    pings: Annotated[list[Ping], MANY] | None = None
    accolades: Annotated[list[Accolade], MANY] | None = None
    power_up_buffs: Annotated[list[Buff], MANY] | None = None
    ability_stats: Annotated[list[AbilityStat], MANY] | None = None
