"""Who stood near a place at a second, worked out for many places at once.

Positions know no height, so distances are flat. Only the living count; somebody who fell in that
very second still does, where they stood the second before if their health is gone already.
"""

from collections.abc import Iterable, Sequence
from typing import Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from webapp.deadlock.domain.analysis.events import UNITS_PER_METRE
from webapp.deadlock.domain.records import Match, Paths

NEAR_M: Final = 40.0
"""How near counts beside a death: about as far as most guns carry their full damage."""
EVERY: Final = slice(None)


class Near(msgspec.Struct, frozen=True):
    """One living player and how far away they stood, in metres."""

    slot: int
    side: str
    distance_m: float


def near(
    match: Match,
    at_s: Sequence[int],
    x: Sequence[float],
    y: Sequence[float],
    radius_m: float = NEAR_M,
) -> tuple[tuple[Near, ...], ...]:
    """Give for each (second, place in world units) everybody alive within a radius, nearest first.

    Nobody at all in a match without positions.
    """
    if match.paths is None:
        return ((),) * len(at_s)
    sides = {player.slot: player.side for player in match.players}
    whose = [(slot, sides.get(slot, "")) for slot in match.paths.slots]
    away = distances_m(match.paths, deaths_of(match), at_s, x, y)
    order = np.argsort(away, axis=1, kind="stable").tolist()
    return tuple(
        tuple(
            Near(slot, side, line[row])
            for row, (slot, side) in ((row, whose[row]) for row in rows)
            if line[row] <= radius_m
        )
        for line, rows in zip(away.tolist(), order, strict=True)
    )


def deaths_of(match: Match) -> list[tuple[int, int]]:
    """Give the slot and the second of every death."""
    return [(player.slot, death.at_s) for player in match.players for death in player.deaths]


def distances_m(
    paths: Paths,
    deaths: Iterable[tuple[int, int]],
    at_s: Sequence[int],
    x: Sequence[float],
    y: Sequence[float],
) -> NDArray[np.float64]:
    """Measure everybody's distance to each place: metres as [place, path row], inf for the dead."""
    if not paths.x.shape[1]:
        return np.full((len(at_s), len(paths.slots)), np.inf)
    standing, sample = standing_at(paths, deaths, at_s)
    rows = np.arange(len(paths.slots))
    across = paths.x[rows, sample].astype(np.float64) - np.asarray(x, np.float64)[:, None]
    along = paths.y[rows, sample].astype(np.float64) - np.asarray(y, np.float64)[:, None]
    return np.where(standing, np.hypot(across, along) / UNITS_PER_METRE, np.inf)


def standing_at(
    paths: Paths, deaths: Iterable[tuple[int, int]], at_s: Sequence[int]
) -> tuple[NDArray[np.bool_], NDArray[np.intp]]:
    """Say who lived at each second and by which sample: both as [second, path row].

    `deaths` are slots and seconds: whoever fell the second before is dead, and only who fell in
    this one is looked for in the sample before.
    """
    last = paths.x.shape[1] - 1
    now = (np.asarray(at_s, np.float64) / paths.interval_s).astype(np.intp).clip(0, last)
    before = np.maximum(now - 1, 0)
    here = living(paths, now).T
    fell = _fell(paths, deaths, now) & living(paths, before).T
    sample = np.where(here, now[:, None], before[:, None])
    return here | fell, sample


def _fell(
    paths: Paths, deaths: Iterable[tuple[int, int]], now: NDArray[np.intp]
) -> NDArray[np.bool_]:
    """Mark who fell at each of these samples, as [sample, path row]."""
    rows = {slot: row for row, slot in enumerate(paths.slots)}
    fallen = [(rows[slot], at_s) for slot, at_s in deaths if slot in rows]
    row, at_s = np.array(fallen, np.int64).reshape(-1, 2).T
    sample = np.minimum((at_s / paths.interval_s).astype(np.intp), paths.x.shape[1] - 1)
    spot, death = np.nonzero(now[:, None] == sample)
    marked = np.zeros((len(now), len(paths.slots)), np.bool_)
    marked[spot, row[death]] = True
    return marked


def living(paths: Paths, samples: NDArray[np.intp] | slice = EVERY) -> NDArray[np.bool_]:
    """Say who lived at which sample, as [path row, sample]; nobody where nothing is recorded."""
    alive: NDArray[np.bool_] = paths.health[:, samples] > 0
    return alive & paths.present[:, samples] if paths.present.size else alive
