"""A lane for each player along the match: a tick for each item, as tall as its tier.

x in per cent of the match, y in pixels, as on the strip.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from webapp.core.holding import holding
from webapp.deadlock.pages.builds.shelves import Shelf, shelves_of
from webapp.deadlock.pages.sources import Sources
from webapp.matchplay.charts import clock, place_x

LANE: Final = 28
TOP: Final = 4
TIER: Final = 5
FOOT: Final = 20
UNKNOWN_TIER: Final = 1
HELD: Final = 16


@dataclass(frozen=True, slots=True)
class Tick:
    """One purchase: an upright line from the lane's floor."""

    x: float
    top_y: int
    at_s: int
    title: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One player's purchases; `floor_y` is where its ticks stand."""

    slot: int
    side: str
    hero: str
    floor_y: int
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Lanes:
    """Everybody's purchases over the match."""

    height: int
    bottom_y: int
    lanes: tuple[Lane, ...]


@holding(HELD)
def lanes_of(loaded: Sources) -> Lanes:
    """Draw everybody's purchases; what was loaded never ages, so neither does this."""
    shelves = shelves_of(loaded).values()
    lanes = tuple(
        _lane(shelf, TOP + LANE * number, loaded.row.duration_s)
        for number, shelf in enumerate(shelves)
    )
    bottom = TOP + LANE * len(lanes)
    return Lanes(bottom + FOOT, bottom, lanes)


def _lane(shelf: Shelf, y: int, duration_s: int) -> Lane:
    floor = y + LANE - 4
    ticks = tuple(
        Tick(
            x=place_x(one.at_s, duration_s),
            top_y=floor - TIER * min(one.tier or UNKNOWN_TIER, 4),
            at_s=one.at_s,
            title=f"{clock(one.at_s)}, {shelf.hero}: {one.name}",
        )
        for one in shelf.bought
    )
    return Lane(shelf.slot, shelf.side, shelf.hero, floor, ticks)
