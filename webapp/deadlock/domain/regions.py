"""In which part of the map many places lie, at once.

The same parts as `ground.region_at` names, with all lanes taken as one and everything off them
(between two lanes, or beyond the outer ones) as another. Places are looked up in a raster of
`CELL` units, so a place within half a cell of a border may count on its other side.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from webapp.deadlock.domain.lanes import GUARDIAN_DEPTH, RADIUS, Lane, lanes_of

REGIONS: Final = ("own base", "own lanes", "middle", "enemy lanes", "off lanes", "enemy base")
CELL: Final = 96
NEAR_LANE: Final = 1000
BASE: Final = 5600
_CELLS: Final = 2 * RADIUS // CELL
_MIDDLES: Final = (np.arange(_CELLS) + 0.5) * CELL - RADIUS

Codes = NDArray[np.uint8]


def regions_of(
    x: NDArray[np.floating], y: NDArray[np.floating], *, side: str, lanes: int = 3
) -> Codes:
    """Give for each place its number in REGIONS, as somebody of a side would call it.

    Outside the map counts as its nearest edge. The Archmother ("b") is north; the map is the same
    turned by 180 degrees, so her places are looked up turned.
    """
    sign = -1 if side == "b" else 1
    found: Codes = _raster(lanes)[_cells(sign * y), _cells(sign * x)]
    return found


def _cells(along: NDArray[np.floating]) -> NDArray[np.intp]:
    return np.clip(((along + RADIUS) / CELL).astype(np.intp), 0, _CELLS - 1)


@lru_cache(maxsize=2)
def _raster(lanes: int) -> Codes:
    """Name the middle of every cell for The Hidden King, whose base is south."""
    x, y = np.meshgrid(_MIDDLES, _MIDDLES)
    on_lane = np.zeros(x.shape, dtype=np.bool_)
    for lane in lanes_of(lanes):
        _mark_near(lane, on_lane)
    base = (np.abs(y) > BASE) & (np.abs(x) < BASE)
    half = np.where(y > 0, REGIONS.index("enemy lanes"), REGIONS.index("own lanes"))
    lane_part = np.where(np.abs(y) < GUARDIAN_DEPTH / 2, REGIONS.index("middle"), half)
    whose = np.where(y > 0, REGIONS.index("enemy base"), REGIONS.index("own base"))
    rest = np.where(on_lane, lane_part, REGIONS.index("off lanes"))
    return np.where(base, whose, rest).astype(np.uint8)


def _mark_near(lane: Lane, on_lane: NDArray[np.bool_]) -> None:
    """Mark the cells within reach of a lane, looking around each stretch of its course only."""
    course = np.asarray(lane.course, dtype=np.float64)
    for start, along in zip(course[:-1], np.diff(course, axis=0), strict=True):
        ends = np.array([start, start + along])
        left, low = _cells(ends.min(axis=0) - NEAR_LANE)
        right, high = _cells(ends.max(axis=0) + NEAR_LANE) + 1
        x = _MIDDLES[left:right] - start[0]
        y = _MIDDLES[low:high, None] - start[1]
        share = np.clip((x * along[0] + y * along[1]) / (along @ along), 0, 1)
        away = (x - share * along[0]) ** 2 + (y - share * along[1]) ** 2
        on_lane[low:high, left:right] |= away <= NEAR_LANE**2
