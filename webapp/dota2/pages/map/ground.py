"""The map as we draw it: lanes, river and bases from where buildings stand, and what lies on it.

Geometry is in cells of the map grid, turned so that south is below; marks stand at per cents.
The ground between the lanes changes from patch to patch and is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from webapp.dota2.domain.analysis.objectives import Building
from webapp.dota2.domain.buildings import cell, name_of
from webapp.dota2.domain.words import SIDE_NAMES
from webapp.matchplay.charts import clock

LEAST: Final = 60.0
SIZE: Final = 136.0
"""The grid's own 64 to 192 and a margin: patch 7.33 made the ground larger by a few cells."""
Points = Sequence[tuple[int, int]]

_LANES: Final[tuple[Points, ...]] = (
    ((-6592, -3408), (-6464, -872), (-6336, 1856), (-6100, 5000), (-5275, 5928), (-128, 6016),
     (3552, 5776)),
    ((-4640, -4144), (-3190, -2926), (-1544, -1408), (-450, -350), (524, 652), (2496, 2112),
     (4272, 3759)),
    ((-3952, -6112), (-360, -6256), (4904, -6198), (5900, -5500), (6269, -2240), (6400, 384),
     (6336, 3032)),
)  # fmt: skip
"""World units along the towers of each lane, Radiant's base first."""
_RIVER: Final[Points] = (
    (-8700, 6900), (-5400, 4300), (-3600, 2700), (-1700, 1000), (-450, -350), (1180, -1250),
    (3000, -2500), (4800, -3600), (8700, -6400),
)  # fmt: skip
_BASES: Final = {"a": (-7200, -6900), "b": (7200, 6700)}
_BASE_RADIUS: Final = 34


@dataclass(frozen=True, slots=True)
class Ground:
    """What lies under every drawing: paths in cells, each base a circle (x, y, radius)."""

    lanes: str
    river: str
    bases: tuple[tuple[float, float, int], ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """The window drawn: its lower left corner in cells, and its width."""

    x: float = LEAST
    y: float = LEAST
    width: float = SIZE

    @property
    def view_box(self) -> str:
        """Give the window as a viewBox of turned cells."""
        top = LEAST + SIZE - (self.y + self.width)
        return f"{self.x - LEAST:g} {top:g} {self.width:g} {self.width:g}"

    def left(self, x: float) -> float:
        """Place a cell across, in per cent."""
        return round((x - self.x) / self.width * 100, 2)

    def top(self, y: float) -> float:
        """Place a cell down, in per cent."""
        return round((self.y + self.width - y) / self.width * 100, 2)

    def shows(self, x: float, y: float) -> bool:
        """Say whether a cell lies in the window."""
        return 0 <= self.left(x) <= 100 and 0 <= self.top(y) <= 100  # noqa: PLR2004 - per cent


@dataclass(frozen=True, slots=True)
class Spot:
    """A mark: a building (`kind`), somebody who fell ("death"); `gone` is drawn hollow."""

    side: str
    kind: str
    left: float
    top: float
    gone: bool
    sentence: str


def ground() -> Ground:
    """Give what lies under every drawing."""
    return Ground(
        lanes=" ".join(_path(lane) for lane in _LANES),
        river=_path(_RIVER),
        bases=tuple((*_turned(*middle), _BASE_RADIUS) for middle in _BASES.values()),
    )


def _path(points: Points) -> str:
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in (_turned(*one) for one in points))


def _turned(x: int, y: int) -> tuple[float, float]:
    return round(cell(x) - LEAST, 1), round(LEAST + SIZE - cell(y), 1)


def frame_around(places: Iterable[tuple[float, float]], width: float) -> Frame | None:
    """Give a window around some cells, wide enough for all of them; None without any."""
    known = list(places)
    if not known:
        return None
    xs, ys = [x for x, _ in known], [y for _, y in known]
    width = min(SIZE, max(width, max(xs) - min(xs) + width / 2, max(ys) - min(ys) + width / 2))
    x, y = (min(one) / 2 + max(one) / 2 - width / 2 for one in (xs, ys))
    most = LEAST + SIZE - width
    return Frame(min(max(x, LEAST), most), min(max(y, LEAST), most), width)


def building_spots(
    buildings: Iterable[Building], frame: Frame, at_s: int | None
) -> tuple[Spot, ...]:
    """Place buildings as they stood at a second; None is the end."""
    return tuple(
        _building(one, frame, one.x, one.y, at_s)
        for one in buildings
        if one.x is not None and one.y is not None and frame.shows(one.x, one.y)
    )


def _building(one: Building, frame: Frame, x: float, y: float, at_s: int | None) -> Spot:
    fell = one.fell_at_s
    gone = one.stood is False if at_s is None else fell is not None and fell <= at_s
    said = f"{SIDE_NAMES[one.side]}, {name_of(one.kind, one.tier, one.lane)}"
    when = f"fell {clock(fell)}" if fell is not None else "fell" if one.stood is False else "stood"
    return Spot(one.side, one.kind, frame.left(x), frame.top(y), gone, f"{said}: {when}")
