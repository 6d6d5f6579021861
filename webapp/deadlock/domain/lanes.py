"""Where lanes and objectives lie, in the game's world units (x east, y north), as constants.

Measured, not copied from art. Outer lanes and the centre lane: the zip lines of the game's map
data, which lie within 300 units of the median of where players of that lane stood from 1:30 to
8:00 in a match of April 2025 and one of February 2026. The two inner lanes of the four-lane map
(until early 2025): the rides from base to lane in the first minute of a match of December 2024,
both sides, one the other turned by 180°. Guardians, Walkers and the rest: depths at which
attackers stood when they fell (the map data's own positions are schematic), set on the lane.
The map is the same turned by 180°, so constants give one half.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

RADIUS: Final = 10752
UNITS_PER_METRE: Final = 39.37


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane: its word, and its course from south to north."""

    name: str
    course: tuple[tuple[int, int], ...]


def _turned(course: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    return tuple((-x, -y) for x, y in reversed(course))


_YELLOW: Final = (
    (-240, -10200), (-240, -9376), (-448, -8640), (-640, -7808), (-1600, -6656), (-2304, -6144),
    (-3328, -5888), (-3968, -5440), (-4736, -5440), (-5440, -5184), (-6144, -4864), (-6528, -4352),
    (-6784, -3712), (-6912, -3200), (-7552, -2816), (-8156, -2448), (-8224, -2208), (-8181, -1870),
    (-7942, -1280), (-7794, -389), (-7616, 0), (-7437, 387), (-7278, 1152), (-7168, 1920),
    (-7186, 2560), (-6848, 2856), (-6528, 3116), (-6528, 3541), (-6120, 3800), (-5918, 3968),
    (-5856, 4608), (-5584, 4928), (-5248, 5106), (-4752, 5104), (-4067, 5120), (-3072, 6144),
    (-2304, 6144), (-1600, 6656), (-640, 7808), (-448, 8640), (-240, 9376), (-240, 10200),
)  # fmt: skip
_CENTRE: Final = (
    (0, -10200), (0, -9376), (0, -8448), (0, -7168), (0, -6144), (0, -5248), (-832, -4835),
    (-1472, -4352), (-1472, -3584), (-1216, -3072), (-384, -2944), (0, -2432), (256, -1792),
    (256, -736), (0, -384), (0, 384), (-256, 736), (-256, 1792), (0, 2432), (384, 2944),
    (1216, 3072), (1472, 3584), (1472, 4352), (832, 4832), (0, 5184), (0, 6144), (0, 7168),
    (0, 8448), (0, 9376), (0, 10200),
)  # fmt: skip
_INNER: Final = (
    (-90, -10200), (-118, -9060), (-264, -7713), (-585, -6457), (-715, -5270), (-1550, -4280),
    (-2080, -3130), (-2790, -2100), (-3020, -900), (-2750, -100), (-2250, 800), (-1560, 1600),
    (-1534, 2236), (-2202, 3244), (-1694, 4258), (-743, 5177), (-592, 6470), (-274, 7726),
    (-119, 9067), (-80, 10200),
)  # fmt: skip

THREE: Final = (
    Lane("yellow", _YELLOW),
    Lane("blue", _CENTRE),
    Lane("green", _turned(_YELLOW)),
)
FOUR: Final = (
    Lane("yellow", _YELLOW),
    Lane("green", _INNER),
    Lane("blue", _turned(_INNER)),
    Lane("purple", _turned(_YELLOW)),
)

GUARDIAN_DEPTH: Final = 1300
WALKER_DEPTH: Final = 4150
INNER_WALKER_DEPTH: Final = 3050
BASE_GUARDIAN_DEPTH: Final = 6000
INNER_BASE_GUARDIAN_DEPTH: Final = 5250
SHRINE: Final = (1300, 7250)
PATRON_DEPTH: Final = 6450
WEAKENED_PATRON_DEPTH: Final = 8000


def lanes_of(count: int) -> tuple[Lane, ...]:
    """Give the lanes of the three-lane map, or of the four-lane map before 2025; none for 0."""
    if not count:
        return ()
    return FOUR if count == 4 else THREE  # noqa: PLR2004 - the older map


def x_at(lane: Lane, depth: int) -> int:
    """Say how far east a lane runs at a depth; 0 where it does not reach."""
    for (x0, y0), (x1, y1) in pairwise(lane.course):
        if y0 <= depth <= y1 and y1 > y0:
            return round(x0 + (x1 - x0) * (depth - y0) / (y1 - y0))
    return 0
