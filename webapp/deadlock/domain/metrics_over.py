"""The figures of METRICS over a stretch of the match, from stored slices.

Each is counted as for the whole match, between the samples the stretch was cut at: souls, kills
and damage at the snapshots, blows at the damage matrix, time and movement by the minute. Rates are
over the stretch, shares of its own sums. A figure of 9:00 is told when 9:00 lies in the stretch.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from webapp.deadlock.domain.analysis.moments import Moments, PlayerMoment
from webapp.deadlock.domain.analysis.performance import Performance, PlayerSeries
from webapp.deadlock.domain.analysis.performance.records import BLOWS, COUNTERS, MINUTES
from webapp.deadlock.domain.analysis.performance.values import (
    LANING_ENDS_S,
    Figures,
    Values,
    added,
    aim_figures,
    over,
    path_figures,
    rounded,
)
from webapp.deadlock.domain.combat.cut import Cut
from webapp.deadlock.domain.metrics import KEYS

GAINED = (
    "souls",
    "kills",
    "deaths",
    "assists",
    "player_damage",
    "damage_taken",
    "objective_damage",
    "healing",
    "last_hits",
    "denies",
    "shots_hit",
    "shots_missed",
)
SHARED = ("kills", "souls", "player_damage")
"""What one gained is told as a share of; souls may shrink, which is no share of anything."""


@dataclass(frozen=True, slots=True)
class Window:
    """The stretch in snapshots, in samples of the matrix, and in minutes."""

    aim: Cut
    blows: Cut
    minutes: Cut


def values_over(performance: Performance, moments: Moments, window: Window) -> list[Values]:
    """Give every player's figures over a stretch, in the order of METRICS."""
    gained = _gained(moments, window.aim)
    sides = {one.slot: one.side for one in performance.players}
    made = []
    for player, series in zip(performance.players, performance.series, strict=True):
        mates = [own for slot, own in gained.items() if sides.get(slot) == player.side]
        figures = _from_series(series, window)
        if own := gained.get(player.slot):
            figures = _from_snapshots(own, mates, window.aim) | figures
        if window.aim.from_s < LANING_ENDS_S <= window.aim.to_s:
            figures |= {
                key: player.values[KEYS.index(key)] for key in ("souls_at_9", "damage_at_9")
            }
        made.append(tuple(rounded(figures.get(key)) for key in KEYS))
    return made


def _gained(moments: Moments, cut: Cut) -> dict[int, Mapping[str, int]]:
    """Give what everybody's running totals gained between two seconds, by slot."""
    if cut.from_s == cut.to_s:
        return {}
    own: dict[int, list[PlayerMoment]] = {}
    for one in moments.samples:
        own.setdefault(one.slot, []).append(one)
    return {
        slot: {name: _at(rows, cut.to_s, name) - _at(rows, cut.from_s, name) for name in GAINED}
        for slot, rows in own.items()
    }


def _at(rows: Sequence[PlayerMoment], at_s: int, name: str) -> int:
    number = bisect_right(rows, at_s, key=lambda one: one.at_s)
    return int(getattr(rows[number - 1], name)) if number else 0


def _from_snapshots(
    own: Mapping[str, int], mates: Sequence[Mapping[str, int]], cut: Cut
) -> Figures:
    side = {name: sum(max(0, one[name]) for one in mates) for name in SHARED}
    minutes = (cut.to_s - cut.from_s) / 60
    shots = own["shots_hit"] + own["shots_missed"]
    return {
        **{name: own[name] for name in ("kills", "deaths", "assists", "denies")},
        "kill_participation": over(own["kills"] + own["assists"], side["kills"], 100),
        "souls_per_minute": over(own["souls"], minutes),
        "soul_share": over(max(0, own["souls"]), side["souls"], 100),
        "last_hits_per_minute": over(own["last_hits"], minutes),
        "damage_per_minute": over(own["player_damage"], minutes),
        "damage_share": over(own["player_damage"], side["player_damage"], 100),
        "damage_taken_per_minute": over(own["damage_taken"], minutes),
        "objective_damage_per_minute": over(own["objective_damage"], minutes),
        "healing_per_minute": over(own["healing"], minutes),
        "accuracy_all": over(own["shots_hit"], shots, 100),
    }


def _from_series(series: PlayerSeries, window: Window) -> Figures:
    """Work out what the series tell; nothing of a stretch that holds no sample of theirs."""
    found: Figures = {}
    aim, blows, minutes = window.aim, window.blows, window.minutes
    if series.counters and aim.first < aim.last:
        sums = added(COUNTERS, series.counters, aim.first, aim.last)
        length = (aim.to_s - aim.from_s) / 60
        found |= aim_figures(sums) | {
            "unspent_souls": over(sums["unspent_souls"], length),
            "unspent_points": over(sums["unspent_points"], length),
            "parries": sums["parries"],
        }
    if series.blows and blows.first < blows.last:
        dealt = added(BLOWS, series.blows, blows.first, blows.last)["melee_dealt"]
        found["melee_per_minute"] = over(dealt, (blows.to_s - blows.from_s) / 60)
    if series.minutes and minutes.first < minutes.last:
        found |= path_figures(added(MINUTES, series.minutes, minutes.first, minutes.last))
    return found
