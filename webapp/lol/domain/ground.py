"""The ground of Summoner's Rift in map units: where buildings stand, and how a place is called.

Coordinates run from 0 at the blue corner to about 14,870; the positions of buildings are those
the game's own timelines name.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot
from typing import Final

SIZE: Final = 14_980
"""A little beyond the farthest place a timeline names."""
CORNER: Final = 14_870
BASE: Final = 4_700
LANE: Final = 2_300
MIDDLE: Final = 1_100
RIVER: Final = 1_500
PIT: Final = 1_000
DRAGON_PIT: Final = (9_866, 4_414)
BARON_PIT: Final = (5_007, 10_471)
NEXUS: Final = {"a": (1_551, 1_659), "b": (13_142, 12_964)}


@dataclass(frozen=True, slots=True)
class Site:
    """A building of the Rift and where it stands."""

    side: str
    kind: str
    tier: str | None
    lane: str
    x: int
    y: int


_LANES: Final = ("top", "middle", "bottom")
_TIERS: Final = ("outer", "inner", "base", None)
_PLACES: Final = {
    "a": (
        ((981, 10441), (1512, 6699), (1169, 4287), (1171, 3571)),
        ((5846, 6396), (5048, 4812), (3651, 3696), (3203, 3208)),
        ((10504, 1029), (6919, 1483), (4281, 1253), (3452, 1236)),
    ),
    "b": (
        ((4318, 13875), (7943, 13411), (10481, 13650), (11261, 13676)),
        ((8955, 8510), (9767, 10113), (11134, 11207), (11603, 11667)),
        ((13866, 4505), (13327, 8226), (13624, 10572), (13604, 11316)),
    ),
}
_NEXUS_TURRETS: Final = {
    "a": ((1748, 2270), (2177, 1807)),
    "b": ((12611, 13084), (13052, 12612)),
}


def _sites() -> tuple[Site, ...]:
    lanes = [
        Site(side, "turret" if tier else "inhibitor", tier, lane, *place)
        for side, rows in _PLACES.items()
        for lane, places in zip(_LANES, rows, strict=True)
        for tier, place in zip(_TIERS, places, strict=True)
    ]
    ends = [
        Site(side, "turret", "nexus", "middle", *place)
        for side, places in _NEXUS_TURRETS.items()
        for place in places
    ]
    return (*lanes, *ends)


SITES: Final = _sites()


def place_words(x: int | None, y: int | None) -> str:
    """Name a place of the Rift as players do; empty for none."""
    if x is None or y is None:
        return ""
    return _base(x, y) or _pit(x, y) or _lane(x, y) or _between(x, y)


def _base(x: int, y: int) -> str:
    if hypot(x, y) < BASE:
        return "Blue base"
    return "Red base" if hypot(CORNER - x, CORNER - y) < BASE else ""


def _pit(x: int, y: int) -> str:
    if hypot(x - DRAGON_PIT[0], y - DRAGON_PIT[1]) < PIT:
        return "dragon pit"
    return "baron pit" if hypot(x - BARON_PIT[0], y - BARON_PIT[1]) < PIT else ""


def _lane(x: int, y: int) -> str:
    if x < LANE or y > CORNER - LANE:
        return "top lane"
    if y < LANE or x > CORNER - LANE:
        return "bottom lane"
    return "middle lane" if abs(x - y) < MIDDLE else ""


def _between(x: int, y: int) -> str:
    half = "upper" if y > x else "lower"
    if abs(x + y - CORNER) < RIVER:
        return f"{half} river"
    side = "Blue" if x + y < CORNER else "Red"
    return f"{side} {half} jungle"
