"""Where things stand on the map, in game units (39.37 to a metre).

Team 0's base lies south (negative y), team 1's north. Facts read off real matches and the
public map data; the simulator walks its heroes between them.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
UNITS_PER_METRE = 39.37
SPAWN_Y = 10250.0
NOWHERE = (-13664.0, -10190.0)


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane: its number on a player, its number in objective ids, and its course."""

    assigned: int
    objective: int
    course: tuple[tuple[float, float], ...]

    def x_at(self, y: float) -> float:
        """How far east the lane runs at this latitude."""
        return float(np.interp(y, *_northward(self.course)))


@cache
def _northward(course: tuple[tuple[float, float], ...]) -> tuple[Floats, Floats]:
    """Give a course's latitudes, and how far east it is at each."""
    east, north = np.array(course).T
    return north, east


_EAST = (
    *((240.0, -9376.0), (651.0, -7808.0), (1610.0, -6656.0), (3082.0, -6144.0)),
    *((4752.0, -5104.0), (5929.0, -3968.0), (6864.0, -2856.0), (7179.0, -1920.0)),
    *((7448.0, -388.0), (7805.0, 388.0), (8192.0, 1870.0), (7552.0, 2816.0)),
    *((6784.0, 3712.0), (6144.0, 4864.0), (4736.0, 5440.0), (3339.0, 5888.0)),
    *((1610.0, 6656.0), (640.0, 7808.0), (240.0, 9376.0)),
)
_MIDDLE = (
    *((0.0, -9376.0), (0.0, -5248.0), (-1472.0, -4352.0), (-1216.0, -3072.0)),
    *((0.0, -2432.0), (256.0, -1216.0), (0.0, 0.0), (-256.0, 1216.0)),
    *((0.0, 2432.0), (1216.0, 3072.0), (1472.0, 4352.0), (0.0, 5184.0), (0.0, 9376.0)),
)
_WEST = tuple((-x, -y) for x, y in reversed(_EAST))
_INNER_EAST = (
    *((300.0, -9376.0), (900.0, -7000.0), (2200.0, -4500.0), (2300.0, -1500.0)),
    *((2500.0, 0.0), (2700.0, 1500.0), (2400.0, 4500.0), (900.0, 7000.0), (300.0, 9376.0)),
)
_INNER_WEST = tuple((-x, -y) for x, y in reversed(_INNER_EAST))

THREE_LANES = (Lane(1, 1, _WEST), Lane(4, 3, _MIDDLE), Lane(6, 4, _EAST))
FOUR_LANES = (
    Lane(1, 1, _WEST),
    Lane(3, 2, _INNER_WEST),
    Lane(4, 3, _INNER_EAST),
    Lane(6, 4, _EAST),
)
# How far from the middle each kind of objective stands, keyed by its first objective id.
DEPTHS = {"tier1": 2000.0, "tier2": 5100.0, "barracks": 7700.0, "shrine": 8500.0, "patron": 8700.0}
CAMPS = (
    *((-4300.0, 1900.0), (4300.0, -1900.0), (-2900.0, -3600.0), (2900.0, 3600.0)),
    *((-4800.0, -4200.0), (4800.0, 4200.0), (3600.0, -4300.0), (-3600.0, 4300.0)),
    *((-2400.0, 700.0), (2400.0, -700.0), (5600.0, 600.0), (-5600.0, -600.0)),
)


def side_of(team: int) -> float:
    """South for team 0, north for team 1."""
    return -1.0 if team == 0 else 1.0


def spawn_of(team: int) -> tuple[float, float]:
    """Where a team's heroes appear."""
    return 0.0, side_of(team) * SPAWN_Y


def stand_of(team: int, kind: str, lane: Lane | None) -> tuple[float, float]:
    """Where one objective stands."""
    y = side_of(team) * DEPTHS[kind]
    return (lane.x_at(y) if lane else 0.0), y
