"""The ground of the map: where the twelve walked, what a place is called.

Arithmetic on world units only; it draws nothing but the compact path of the walked cells.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from webapp.deadlock.domain.lanes import GUARDIAN_DEPTH, RADIUS, Lane, lanes_of, x_at
from webapp.deadlock.domain.records import Paths

CELLS: Final = 136
CELL: Final = 2 * RADIUS / CELLS
_NEAR_LANE: Final = 1000
_BASE: Final = 5600
_STEPS: Final = 4
_WORN_VISITS: Final = 6 * _STEPS
_RIDE: Final = 1600
"""Nobody moves further in a second, zip lines included: a longer step is a respawn."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Path data in cells (`CELL` units, y down): everywhere walked, and where often."""

    walked: str
    worn: str


def region_at(x: float, y: float, *, side: str, lanes: int = 3) -> str:
    """Name a place for somebody of a side: lane and whose half, a base, or between two lanes."""
    courses = lanes_of(lanes)
    whose = "own" if (y > 0) == (side == "b") else "enemy"
    if abs(y) > _BASE and abs(x) < _BASE:
        return f"{whose} base"
    near = sorted((_distance(lane, x, y), lane.name) for lane in courses)
    if near[0][0] <= _NEAR_LANE:
        middle = abs(y) < GUARDIAN_DEPTH / 2
        return f"{near[0][1]}, middle" if middle else f"{near[0][1]}, {whose} half"
    if abs(x) > abs(x_at(courses[0], 0)) + _NEAR_LANE:
        return f"beyond {near[0][1]}"
    return "–".join(lane.name for lane in courses if lane.name in {near[0][1], near[1][1]})


def lane_path(lanes: int = 3) -> str:
    """Draw every lane as SVG path data in world units, y down."""
    lines = ("M" + "L".join(f"{x} {-y}" for x, y in lane.course) for lane in lanes_of(lanes))
    return "".join(lines)


def ground_of(paths: Paths) -> Ground:
    """Mark the cells the living walked through; four points a second, so rides leave no gaps."""
    counts = _visits(paths)
    return Ground(walked=cell_path(counts >= 1), worn=cell_path(counts >= _WORN_VISITS))


def cells_of(x: NDArray[np.floating], y: NDArray[np.floating], cells: int) -> NDArray[np.int_]:
    """Count points in a square grid of so many cells a side over the map; row 0 is north."""
    size = 2 * RADIUS / cells
    column = np.floor((x + RADIUS) / size).astype(int)
    row = np.floor((RADIUS - y) / size).astype(int)
    inside = (column >= 0) & (column < cells) & (row >= 0) & (row < cells)
    flat = np.bincount(row[inside] * cells + column[inside], minlength=cells * cells)
    return flat.reshape(cells, cells)


def cell_path(marked: NDArray[np.bool_], *, size: int = 1) -> str:
    """Draw marked cells as strokes along rows, each cell so many units wide."""
    return "".join(f"M{x * size} {y * size}h{run * size}" for y, x, run in _runs(marked))


def _distance(lane: Lane, x: float, y: float) -> float:
    course = np.asarray(lane.course, dtype=np.float64)
    start, along = course[:-1], np.diff(course, axis=0)
    point = np.array([x, y]) - start
    share = np.clip((point * along).sum(1) / (along * along).sum(1), 0, 1)
    return float(np.hypot(*(point - along * share[:, None]).T).min())


def _visits(paths: Paths) -> NDArray[np.int_]:
    step_x, step_y = np.diff(paths.x, axis=1), np.diff(paths.y, axis=1)
    living = (paths.health[:, 1:] > 0) & (paths.health[:, :-1] > 0)
    kept = living & (np.hypot(step_x, step_y) < _RIDE)
    shares = np.arange(_STEPS) / _STEPS
    x = paths.x[:, :-1][kept][:, None] + step_x[kept][:, None] * shares
    y = paths.y[:, :-1][kept][:, None] + step_y[kept][:, None] * shares
    return cells_of(x.ravel(), y.ravel(), CELLS)


def _runs(marked: NDArray[np.bool_]) -> Iterator[tuple[int, int, int]]:
    edges = np.diff(np.pad(marked.astype(np.int8), ((0, 0), (1, 1))), axis=1)
    rows, starts = np.nonzero(edges == 1)
    ends = np.nonzero(edges == -1)[1]
    yield from zip(rows.tolist(), starts.tolist(), (ends - starts).tolist(), strict=True)
