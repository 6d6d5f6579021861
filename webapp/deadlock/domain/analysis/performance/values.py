"""The figures of METRICS from a match's records and series.

Rates are over the whole match, shares of a player's own seconds alive. A figure whose inputs the
response lacks, or whose divisor is 0, is None.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from webapp.deadlock.domain.analysis.at import snapshot_at
from webapp.deadlock.domain.analysis.performance.records import (
    BLOWS,
    COUNTERS,
    MINUTES,
    RANGES,
    PlayerSeries,
    Rows,
)
from webapp.deadlock.domain.lanes import UNITS_PER_METRE
from webapp.deadlock.domain.metrics import KEYS
from webapp.deadlock.domain.records import Match, Player

Values = tuple[float | None, ...]
Figures = dict[str, float | None]
Sums = dict[str, int]

LANING_ENDS_S: Final = 540
NEAR: Final = ("10", "20")
_DIGITS: Final = 4


def values_of(match: Match, series: tuple[PlayerSeries, ...]) -> tuple[Values, ...]:
    """Give every player's figures, in the order of METRICS."""
    sides = {side: _side_sums(match, side) for side in {one.side for one in match.players}}
    minutes = match.duration_s / 60
    made = []
    for player, one in zip(match.players, series, strict=True):
        figures = (
            _result(player, sides[player.side])
            | _from_snapshots(player, sides[player.side], minutes)
            | _from_counters(one, minutes)
            | _from_blows(one, minutes)
            | _from_paths(one)
        )
        made.append(tuple(rounded(figures.get(key)) for key in KEYS))
    return tuple(made)


def over(part: float | None, whole: float | None, times: float = 1.0) -> float | None:
    """Divide; None when either is unknown or there is nothing to divide by."""
    return None if part is None or not whole or whole < 0 or part < 0 else times * part / whole


def _side_sums(match: Match, side: str) -> dict[str, int]:
    own = [player for player in match.players if player.side == side]
    return {
        "kills": sum(player.finals.kills for player in own),
        "souls": sum(player.finals.souls for player in own),
        "damage": sum(p.snapshots[-1].player_damage for p in own if p.snapshots),
    }


def _result(player: Player, side: dict[str, int]) -> Figures:
    finals = player.finals
    return {
        "kills": finals.kills,
        "deaths": finals.deaths,
        "assists": finals.assists,
        "kill_participation": over(finals.kills + finals.assists, side["kills"], 100),
        "soul_share": over(finals.souls, side["souls"], 100),
        "denies": finals.denies,
    }


def _from_snapshots(player: Player, side: dict[str, int], minutes: float) -> Figures:
    finals, last = player.finals, player.snapshots[-1] if player.snapshots else None
    figures = {
        "souls_per_minute": over(finals.souls, minutes),
        "last_hits_per_minute": over(finals.last_hits, minutes),
    }
    if last is None:
        return figures
    lane = snapshot_at(player, LANING_ENDS_S) if last.at_s >= LANING_ENDS_S else None
    shots = last.shots_hit + last.shots_missed
    return figures | {
        "souls_at_9": lane.net_worth if lane else None,
        "damage_at_9": lane.player_damage if lane else None,
        "damage_per_minute": over(last.player_damage, minutes),
        "damage_share": over(last.player_damage, side["damage"], 100),
        "damage_taken_per_minute": over(last.player_damage_taken, minutes),
        "objective_damage_per_minute": over(last.boss_damage, minutes),
        "healing_per_minute": over(last.player_healing, minutes),
        "accuracy_all": over(last.shots_hit, shots, 100),
    }


def _from_counters(series: PlayerSeries, minutes: float) -> Figures:
    if not series.counters:
        return {}
    sums = added(COUNTERS, series.counters)
    return aim_figures(sums) | {
        "unspent_souls": over(sums["unspent_souls"], minutes),
        "unspent_points": over(sums["unspent_points"], minutes),
        "parries": sums["parries"],
    }


def _from_blows(series: PlayerSeries, minutes: float) -> Figures:
    if not series.blows or not series.blows[0]:
        return {}
    return {"melee_per_minute": over(added(BLOWS, series.blows)["melee_dealt"], minutes)}


def _from_paths(series: PlayerSeries) -> Figures:
    return path_figures(added(MINUTES, series.minutes)) if series.minutes else {}


def added(keys: Sequence[str], rows: Rows, first: int = 0, last: int | None = None) -> Sums:
    """Add up a player's rows over a stretch of samples or minutes, the whole match by default."""
    return {key: sum(row[first:last]) for key, row in zip(keys, rows, strict=True)}


def aim_figures(sums: Sums) -> Figures:
    """Work out aim and range from counters over any stretch."""
    near = sum(sums[f"gun_dealt_{most}"] for most in NEAR)
    falloff = sums["falloff_none"] + sums["falloff_partial"] + sums["falloff_most"]
    return {
        "accuracy": over(sums["hits"], sums["shots"], 100),
        "headshot_rate": over(sums["headshots"], sums["hits"], 100),
        "accuracy_all": over(sums["all_hit"], sums["all_hit"] + sums["all_missed"], 100),
        "accuracy_against": over(sums["against_hits"], sums["against_shots"], 100),
        "close_gun_share": over(near, sum(sums[f"gun_dealt_{most}"] for most in RANGES), 100),
        "full_damage_share": over(sums["falloff_none"], falloff, 100),
    }


def path_figures(sums: Sums) -> Figures:
    """Work out time and movement from minutes over any stretch."""
    alive = sums["alive"]
    return _on_foot(sums, alive) | {
        "alive_share": over(alive, sums["recorded"], 100),
        "combat_share": over(sums["combat player"], alive, 100),
        "own_base_share": over(sums["region own base"], alive, 100),
        "own_lane_share": over(sums["region own lanes"], alive, 100),
        "middle_share": over(sums["region middle"], alive, 100),
        "enemy_lane_share": over(sums["region enemy lanes"], alive, 100),
        "off_lane_share": over(sums["region off lanes"], alive, 100),
        "enemy_base_share": over(sums["region enemy base"], alive, 100),
        "enemy_half_share": over(sums["enemy half"], alive, 100),
    }


def _on_foot(sums: Sums, alive: int) -> Figures:
    measured = sums["measured"]
    metres = sums["distance"] / UNITS_PER_METRE if measured > 0 else None
    return {
        "distance_m": metres,
        "speed_m_s": over(metres, measured),
        "still_share": over(sums["still"], measured, 100),
        "slide_share": over(sums["move slide"], alive, 100),
        "in_air_share": over(sums["move in air"], alive, 100),
        "zipline_share": over(sums["move ziplining"], alive, 100),
        "dashes_per_minute": over(sums["dashes"], alive, 60),
        "air_dashes_per_minute": over(sums["air dashes"], alive, 60),
    }


def rounded(value: float | None) -> float | None:
    """Write a figure with as many digits as are kept."""
    return None if value is None else round(float(value), _DIGITS)
