"""Where a hero stood, phase by phase: seconds in each cell of a square grid over the map."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from webapp.deadlock.domain.lanes import RADIUS
from webapp.deadlock.domain.paths_file import Replay
from webapp.deadlock.domain.paths_header import PathPlayer

CELLS: Final = 68
"""Cells a side: 316 units, 8 m, each."""


@dataclass(frozen=True, slots=True)
class Phase:
    """A part of every match: from a second to another, the last one open."""

    key: str
    word: str
    from_s: int
    to_s: int | None


PHASES: Final = (
    Phase("laning", "Laning, to 9:00", 0, 540),
    Phase("mid", "Middle, 9:00 to 20:00", 540, 1200),
    Phase("late", "Late, from 20:00", 1200, None),
)


def heat_rows(
    replay: Replay,
) -> Iterator[tuple[PathPlayer, str, NDArray[np.uint16], NDArray[np.uint16]]]:
    """Give for each player and phase the cells stood in while alive, and seconds in each.

    A cell is row * CELLS + column, row 0 north. Cells never stood in are left out.
    """
    paths = replay.paths
    cells = _cells(paths.x, paths.y)
    inside = (cells >= 0) & (paths.health > 0)
    for number, player in enumerate(replay.header.players):
        for phase in PHASES:
            part = _part(phase, paths.interval_s)
            stood = cells[number, part][inside[number, part]]
            if stood.size:
                found, counts = np.unique(stood, return_counts=True)
                seconds = np.round(counts * paths.interval_s).clip(0, 65_535)
                yield player, phase.key, found.astype(np.uint16), seconds.astype(np.uint16)


def grid_of(cells: NDArray[np.integer], seconds: NDArray[np.integer]) -> NDArray[np.int64]:
    """Lay summed seconds out as the square they were counted in."""
    grid = np.zeros(CELLS * CELLS, dtype=np.int64)
    grid[cells] = seconds
    return grid.reshape(CELLS, CELLS)


def _part(phase: Phase, interval_s: float) -> slice:
    last = None if phase.to_s is None else int(phase.to_s / interval_s)
    return slice(int(phase.from_s / interval_s), last)


def _cells(x: NDArray[np.floating], y: NDArray[np.floating]) -> NDArray[np.int32]:
    size = 2 * RADIUS / CELLS
    column = np.floor((x + RADIUS) / size).astype(np.int32)
    row = np.floor((RADIUS - y) / size).astype(np.int32)
    inside = (column >= 0) & (column < CELLS) & (row >= 0) & (row < CELLS)
    return np.where(inside, row * CELLS + column, -1).astype(np.int32)
