"""Positions 1 to 5, estimated: the lane says which pair, gold at ten minutes which of it.

In each lane the richest is the core: 1 in the safe lane, 2 in the middle, 3 in the off lane. Of
the two left, the one who stood in the safe lane is 5, else the poorer one. It is an estimate, and
given only to a side whose lanes have a core each.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec
from msgspec.structs import replace

from webapp.dota2.domain.analysis.laning.lanes import MID, OFF, SAFE, Presence

_CORES: Final = {SAFE: 1, MID: 2, OFF: 3}
_SUPPORTS: Final = 2


class Seat(msgspec.Struct, frozen=True):
    """Who stood where, with how much gold at the end of laning."""

    slot: int
    hero_id: int
    side: str
    presence: Presence | None
    gold: int | None
    position: int | None


def positions_of(seats: Sequence[Seat]) -> tuple[Seat, ...]:
    """Give every seat its position where the side's lanes tell it."""
    told = {
        slot: position
        for side in "ab"
        for slot, position in _positions([one for one in seats if one.side == side]).items()
    }
    return tuple(replace(seat, position=told.get(seat.slot)) for seat in seats)


def _positions(seats: Sequence[Seat]) -> dict[int, int]:
    found: dict[int, int] = {}
    for role, position in _CORES.items():
        there = [one for one in seats if _role(one) == role and one.gold is not None]
        if not there:
            return {}
        found[max(there, key=lambda one: one.gold or 0).slot] = position
    left = [one for one in seats if one.slot not in found]
    if len(left) != _SUPPORTS or any(one.gold is None or not one.presence for one in left):
        return {}
    five = min(left, key=lambda one: (_role(one) != SAFE, one.gold or 0))
    return found | {one.slot: 5 if one is five else 4 for one in left}


def _role(seat: Seat) -> str | None:
    return seat.presence.role if seat.presence else None
