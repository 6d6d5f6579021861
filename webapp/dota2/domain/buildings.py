"""The buildings of the map: which there are, where they stand, and what the engine calls them.

Places are cells of the map grid (64 to 192 each way, a cell is 128 units), from the coordinates
the game's own map file gives (patch 7.23; towers moved by a few cells since). Masks of what still
stood are the Web API's: towers by lane from the outermost in, top to bottom, then the Ancient's
two; barracks by lane, melee before ranged.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

LANES: Final = ("top", "mid", "bot")
TOWERS: Final = 11
BARRACKS: Final = 6
_CELL: Final = 128


@dataclass(frozen=True, slots=True)
class Site:
    """One building of `side`: `kind` is "tower", "melee", "ranged", "ancient" or "shrine".

    `tier` is a tower's, `order` tells the two beside the Ancient apart; `bit` is its place in the
    mask of what still stood, None where no mask has it.
    """

    side: str
    kind: str
    tier: int | None
    lane: str | None
    order: int
    bit: int | None
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Named:
    """What an engine name says of a building."""

    side: str
    kind: str
    tier: int | None
    lane: str | None


_NAME: Final = re.compile(
    r"npc_dota_(?P<whose>goodguys|badguys)_"
    r"(?:tower(?P<tier>[1-4])|(?P<rax>melee|range)_rax|(?P<rest>fort|healers))"
    r"(?:_(?P<lane>top|mid|bot))?"
)
_REST: Final = {"fort": "ancient", "healers": "shrine"}

_TOWERS: Final = {
    "a": (
        ((-6336, 1856), (-6464, -872), (-6592, -3408)),
        ((-1544, -1408), (-3190, -2926), (-4640, -4144)),
        ((4904, -6198), (-360, -6256), (-3952, -6112)),
        ((-5712, -4864), (-5392, -5192)),
    ),
    "b": (
        ((-5275, 5928), (-128, 6016), (3552, 5776)),
        ((524, 652), (2496, 2112), (4272, 3759)),
        ((6269, -2240), (6400, 384), (6336, 3032)),
        ((4944, 4776), (5280, 4432)),
    ),
}
_BARRACKS: Final = {
    "a": (
        ((-6336, -3758), (-6844, -3759)),
        ((-4672, -4552), (-5060, -4199)),
        ((-4280, -6360), (-4279, -5853)),
    ),
    "b": (
        ((3898, 5496), (3894, 6025)),
        ((4702, 3824), (4336, 4183)),
        ((6592, 3392), (6064, 3376)),
    ),
}
_ANCIENTS: Final = {"a": (-5920, -5352), "b": (5528, 5000)}


def cell(units: float) -> float:
    """Turn a coordinate of the world into one of the map grid."""
    return round(units / _CELL + _CELL, 2)


def named(unit: str) -> Named | None:
    """Read a building's engine name; None when it is no building that counts."""
    found = _NAME.fullmatch(unit)
    if found is None:
        return None
    side = "a" if found["whose"] == "goodguys" else "b"
    if found["tier"]:
        return Named(side, "tower", int(found["tier"]), found["lane"])
    if found["rax"]:
        return Named(side, "melee" if found["rax"] == "melee" else "ranged", None, found["lane"])
    return Named(side, _REST[found["rest"]], None, None)


def barracks_at(bit_value: int) -> tuple[str, str, str] | None:
    """Say side, kind and lane of a barracks by the old dialect's power of two.

    1 is Dire's melee at the bottom, 2 its ranged, and so on up to 2048, Radiant's ranged on top.
    """
    place = bit_value.bit_length() - 1
    if bit_value <= 0 or bit_value != 1 << place or place >= 2 * BARRACKS:
        return None
    side = "b" if place < BARRACKS else "a"
    lane = LANES[::-1][place % BARRACKS // 2]
    return side, ("melee", "ranged")[place % 2], lane


def _towers(side: str) -> list[Site]:
    found = []
    for row, places in enumerate(_TOWERS[side]):
        lane = LANES[row] if row < len(LANES) else None
        for step, (x, y) in enumerate(places):
            tier, order = (step + 1, 0) if lane else (4, step)
            bit = row * 3 + step if lane else 10 - step
            found.append(Site(side, "tower", tier, lane, order, bit, cell(x), cell(y)))
    return found


def _barracks(side: str) -> list[Site]:
    return [
        Site(side, kind, None, LANES[row], 0, row * 2 + step, cell(x), cell(y))
        for row, places in enumerate(_BARRACKS[side])
        for step, (kind, (x, y)) in enumerate(zip(("melee", "ranged"), places, strict=True))
    ]


def _ancient(side: str) -> Site:
    x, y = _ANCIENTS[side]
    return Site(side, "ancient", None, None, 0, None, cell(x), cell(y))


SITES: Final = tuple(
    site for side in ("a", "b") for site in (*_towers(side), *_barracks(side), _ancient(side))
)
"""Radiant's eighteen buildings, then Dire's: towers by lane, barracks, the Ancient."""

_PLAIN: Final = {"melee": "melee barracks", "ranged": "ranged barracks", "shrine": "shrine"}


def name_of(kind: str, tier: int | None, lane: str | None) -> str:
    """Name a building as players do: "top tier 1 tower", "mid melee barracks", "Ancient"."""
    if kind == "ancient":
        return "Ancient"
    tower = f"tier {tier} tower" if tier else "tower"
    plain = tower if kind == "tower" else _PLAIN[kind]
    return f"{lane} {plain}" if lane else plain


def kind_name(kind: str) -> str:
    """Name a kind of building to count it by."""
    return "barracks" if kind in {"melee", "ranged"} else "Ancient" if kind == "ancient" else kind
