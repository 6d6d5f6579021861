"""A player's running totals at one moment of the match.

Tuples with names: a match has some two hundred of one and thousands of the other, and a frozen
dataclass takes five times as long to make.
"""

from collections.abc import Mapping
from typing import NamedTuple


class GoldSource(NamedTuple):
    """Souls from one source so far. `orbs` is the part that had to be secured, within `souls`."""

    source: str
    kills: int
    damage: int
    souls: int
    orbs: int


class Snapshot(NamedTuple):
    """Totals from the start to `at_s`; the last eight counters are None before 2026."""

    at_s: int
    net_worth: int
    level: int
    kills: int
    deaths: int
    assists: int
    creep_kills: int
    neutral_kills: int
    possible_creeps: int
    denies: int
    creep_damage: int
    player_damage: int
    neutral_damage: int
    boss_damage: int
    player_damage_taken: int
    damage_mitigated: int
    damage_absorbed: int
    absorption_provided: int
    player_healing: int
    self_healing: int
    heal_prevented: int
    heal_lost: int
    max_health: int
    weapon_power: int
    tech_power: int
    ability_points: int
    shots_hit: int
    shots_missed: int
    hero_bullets_hit: int
    hero_bullets_hit_crit: int
    gold_player: int
    gold_player_orbs: int
    gold_lane_creep: int
    gold_lane_creep_orbs: int
    gold_neutral_creep: int
    gold_neutral_creep_orbs: int
    gold_boss: int
    gold_boss_orb: int
    gold_treasure: int
    gold_denied: int
    gold_death_loss: int
    player_barriering: int | None
    teammate_healing: int | None
    teammate_barriering: int | None
    self_damage: int | None
    bullet_kills: int | None
    melee_kills: int | None
    ability_kills: int | None
    headshot_kills: int | None
    gold_sources: tuple[GoldSource, ...]
    custom: Mapping[int, int]
