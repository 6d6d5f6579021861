"""Who fought at which second.

Since 2025 the game notes for every second whether a hero is in combat with heroes; the note stays
for about three seconds after the last hit dealt or taken. Older matches lack it: there a death
tells that its victim, its killer and all who stood near had been fighting for some seconds.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from webapp.deadlock.domain.analysis.events import Kill
from webapp.deadlock.domain.analysis.near import NEAR_M, distances_m, living
from webapp.deadlock.domain.records import Match, Paths
from webapp.deadlock.domain.records.paths import COMBAT_WORDS

WITH_HEROES: Final = COMBAT_WORDS.index("player")
BEFORE_DEATH_S: Final = 10
"""Without the game's note: how long those near a death are taken to have fought before it."""

Marks = NDArray[np.bool_]


def fighting_of(match: Match, kills: Sequence[Kill]) -> tuple[str, Marks]:
    """Say what is known ("combat", "deaths" or "") and who fought when: [path row, second]."""
    paths = match.paths
    if paths is None or paths.interval_s != 1 or not paths.x.shape[1]:
        return "", np.zeros((0, 0), np.bool_)
    if paths.combat is not None:
        return "combat", (paths.combat == WITH_HEROES) & living(paths)
    return "deaths", _by_deaths(paths, kills) & living(paths)


def _by_deaths(paths: Paths, kills: Sequence[Kill]) -> Marks:
    marked = np.zeros(paths.health.shape, np.bool_)
    placed = [kill for kill in kills if kill.x is not None and kill.y is not None]
    near = distances_m(
        paths,
        [(kill.victim, kill.at_s) for kill in kills],
        [kill.at_s for kill in placed],
        [kill.x or 0.0 for kill in placed],
        [kill.y or 0.0 for kill in placed],
    )
    row = {slot: number for number, slot in enumerate(paths.slots)}
    for kill, away in zip(placed, near, strict=True):
        there = away <= NEAR_M
        there[[row[slot] for slot in (kill.victim, kill.killer) if slot in row]] = True
        marked[there, max(0, kill.at_s - BEFORE_DEATH_S) : kill.at_s + 1] = True
    return marked
