"""The figures a player is compared by: one number for each player and match, or none.

The registry only: what each is called, its unit, and which way is better. They are worked out in
`analysis.performance`, in this order; `terms` says what each one means. Keys never change: stored
benchmarks name them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Better = Literal["high", "low", ""]


@dataclass(frozen=True, slots=True)
class Metric:
    """One figure. `better` is "high", "low" or empty where neither is; `term` explains it."""

    key: str
    word: str
    unit: str
    better: Better
    decimals: int
    term: str
    group: str


def _group(group: str, *rows: tuple[str, str, str, Better, int, str]) -> tuple[Metric, ...]:
    return tuple(Metric(*row, group) for row in rows)


_RESULT: Final = _group(
    "Result",
    ("kills", "Kills", "", "high", 0, "kills"),
    ("deaths", "Deaths", "", "low", 0, "deaths"),
    ("assists", "Assists", "", "high", 0, "assists"),
    ("kill_participation", "Kill participation", "%", "high", 1, "kill-participation"),
)
_SOULS: Final = _group(
    "Souls",
    ("souls_per_minute", "Souls", "/ min", "high", 0, "souls-per-minute"),
    ("soul_share", "Share of side’s souls", "%", "", 1, "perf-soul-share"),
    ("souls_at_9", "Souls at 9:00", "", "high", 0, "perf-at-9"),
    ("last_hits_per_minute", "Last hits", "/ min", "high", 2, "last-hits"),
    ("denies", "Denies", "", "high", 0, "denies"),
    ("unspent_souls", "Souls unspent", "", "low", 0, "soul-held"),
    ("unspent_points", "Ability points unspent", "", "low", 1, "soul-held"),
)
_DAMAGE: Final = _group(
    "Damage",
    ("damage_per_minute", "Damage", "/ min", "high", 0, "player-damage"),
    ("damage_share", "Share of side’s damage", "%", "", 1, "perf-damage-share"),
    ("damage_at_9", "Damage at 9:00", "", "high", 0, "perf-at-9"),
    ("damage_taken_per_minute", "Damage taken", "/ min", "", 0, "damage-taken"),
    ("objective_damage_per_minute", "Damage to objectives", "/ min", "high", 0, "objective-damage"),
    ("healing_per_minute", "Healing", "/ min", "high", 0, "healing"),
    ("melee_per_minute", "Melee damage", "/ min", "", 0, "perf-melee"),
    ("parries", "Parries", "", "high", 0, "perf-parry"),
)
_AIM: Final = _group(
    "Aim and range",
    ("accuracy", "Hit rate on heroes", "%", "high", 1, "perf-accuracy"),
    ("headshot_rate", "Headshot rate", "%", "high", 1, "perf-headshots"),
    ("accuracy_all", "Hit rate on everything", "%", "high", 1, "perf-accuracy-all"),
    ("accuracy_against", "Enemy hit rate on you", "%", "low", 1, "perf-accuracy-against"),
    ("close_gun_share", "Gun damage within 20 m", "%", "", 1, "perf-range"),
    ("full_damage_share", "Hits without falloff", "%", "high", 1, "perf-falloff"),
)
_TIME: Final = _group(
    "Time",
    ("alive_share", "Alive", "% of the time", "high", 1, "perf-alive"),
    ("combat_share", "In combat with players", "% alive", "", 1, "perf-combat"),
    ("own_base_share", "Own base", "% alive", "", 1, "perf-region"),
    ("own_lane_share", "Lanes, own half", "% alive", "", 1, "perf-region"),
    ("middle_share", "Lanes, middle", "% alive", "", 1, "perf-region"),
    ("enemy_lane_share", "Lanes, enemy half", "% alive", "", 1, "perf-region"),
    ("off_lane_share", "Off the lanes", "% alive", "", 1, "perf-region"),
    ("enemy_base_share", "Enemy base", "% alive", "", 1, "perf-region"),
    ("enemy_half_share", "Enemy half of the map", "% alive", "", 1, "perf-half"),
)
_MOVEMENT: Final = _group(
    "Movement",
    ("distance_m", "Distance on foot", "m", "", 0, "perf-distance"),
    ("speed_m_s", "Mean speed on foot", "m / s", "high", 2, "perf-speed"),
    ("still_share", "Standing still", "% on foot", "low", 1, "perf-still"),
    ("slide_share", "Sliding", "% alive", "", 1, "perf-kinds"),
    ("in_air_share", "In the air", "% alive", "", 1, "perf-kinds"),
    ("zipline_share", "On the zip line", "% alive", "", 1, "perf-kinds"),
    ("dashes_per_minute", "Ground dashes", "/ min alive", "", 2, "perf-dashes"),
    ("air_dashes_per_minute", "Air dashes", "/ min alive", "", 2, "perf-dashes"),
)

METRICS: Final[tuple[Metric, ...]] = (*_RESULT, *_SOULS, *_DAMAGE, *_AIM, *_TIME, *_MOVEMENT)
"""In the order they are worked out, stored and shown."""

GROUPS: Final[tuple[str, ...]] = tuple(dict.fromkeys(metric.group for metric in METRICS))
KEYS: Final[tuple[str, ...]] = tuple(metric.key for metric in METRICS)
