"""Who was alive and near when somebody died, and how their health ran out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from webapp.deadlock.domain.analysis.alive import alive_before
from webapp.deadlock.domain.analysis.at import snapshot_at
from webapp.deadlock.domain.analysis.deaths.told import Around, Crowd
from webapp.deadlock.domain.analysis.events import Kill
from webapp.deadlock.domain.analysis.near import NEAR_M, deaths_of, distances_m, standing_at
from webapp.deadlock.domain.records import Match, Paths, Player

BEFORE_S: Final = 5
"""How long before a death the crowd is counted a second time."""
HEALTH_S: Final = 15
"""How many seconds of health lead up to a death."""


def around_of(match: Match, kills: Sequence[Kill]) -> tuple[Around, ...]:
    """Tell of each death who was there."""
    players = {player.slot: player for player in match.players}
    columns = zip(
        kills,
        alive_before(match, [kill.at_s for kill in kills]),
        _crowds_at(match, kills),
        _crowds_before(match, kills),
        _health_before(match.paths, kills),
        strict=True,
    )
    return tuple(
        Around(
            side=players[kill.victim].side,
            alive_own=alive[players[kill.victim].side == "b"],
            alive_enemy=alive[players[kill.victim].side == "a"],
            near=near,
            before=before,
            health=health,
            max_health=_max_health(players[kill.victim], kill.at_s),
        )
        for kill, alive, near, before, health in columns
    )


def _max_health(player: Player, at_s: int) -> int | None:
    found = snapshot_at(player, at_s)
    return found.max_health or None if found else None


def _crowds_at(match: Match, kills: Sequence[Kill]) -> tuple[Crowd | None, ...]:
    """Give who stood near each death, within NEAR_M of where the victim fell."""
    if match.paths is None:
        return (None,) * len(kills)
    x, y = _places(kills)
    away = distances_m(match.paths, deaths_of(match), [kill.at_s for kill in kills], x, y)
    return tuple(_crowds(match, match.paths, kills, away))


def _crowds_before(match: Match, kills: Sequence[Kill]) -> tuple[Crowd | None, ...]:
    """Give who stood near the victim BEFORE_S earlier; None when they were not on the map."""
    paths = match.paths
    if paths is None or not paths.x.shape[1]:
        return (None,) * len(kills)
    row = _row_of(paths)
    at, deaths = [kill.at_s - BEFORE_S for kill in kills], deaths_of(match)
    standing, sample = standing_at(paths, deaths, [max(0, second) for second in at])
    spots = np.arange(len(kills))
    victims = np.array([row[kill.victim] for kill in kills], dtype=np.intp)
    own = sample[spots, victims]
    x, y = paths.x[victims, own].tolist(), paths.y[victims, own].tolist()
    away = distances_m(paths, deaths, at, x, y)
    away[~standing[spots, victims] | (np.array(at) < 0)] = np.nan
    return tuple(_crowds(match, paths, kills, away))


def _health_before(paths: Paths | None, kills: Sequence[Kill]) -> tuple[tuple[int, ...], ...]:
    """Give the victim's health in per cent for each of the HEALTH_S seconds up to each death."""
    if paths is None or paths.interval_s != 1:
        return ((),) * len(kills)
    row = _row_of(paths)
    return tuple(
        tuple(paths.health[row[kill.victim], max(0, kill.at_s - HEALTH_S) : kill.at_s + 1].tolist())
        for kill in kills
    )


def _places(kills: Sequence[Kill]) -> tuple[list[float], list[float]]:
    return (
        [np.nan if kill.x is None else kill.x for kill in kills],
        [np.nan if kill.y is None else kill.y for kill in kills],
    )


def _row_of(paths: Paths) -> dict[int, int]:
    return {slot: row for row, slot in enumerate(paths.slots)}


def _crowds(
    match: Match, paths: Paths, kills: Sequence[Kill], away: NDArray[np.float64]
) -> Iterator[Crowd | None]:
    """Name those within reach by side; a line of nothing but nan has no crowd."""
    side = {player.slot: player.side for player in match.players}
    order = np.argsort(away, axis=1, kind="stable").tolist()
    count = np.sum(away <= NEAR_M, axis=1).tolist()
    unknown: list[bool] = np.all(np.isnan(away), axis=1).tolist()
    for spot, kill in enumerate(kills):
        near = (paths.slots[row] for row in order[spot][: count[spot]])
        others = [slot for slot in near if slot != kill.victim]
        own = tuple(slot for slot in others if side[slot] == side[kill.victim])
        enemy = tuple(slot for slot in others if side[slot] != side[kill.victim])
        yield None if unknown[spot] else Crowd(own, enemy)
