"""Whose a unit is: a replay names units, pages speak of slots and sides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from webapp.dota2.domain.units import slots_by_unit

SLOTS_A: Final = 5
"""Radiant's slots come first, then Dire's."""
_WORDS: Final = {"goodguys": "a", "badguys": "b"}

OTHER: Final = {"a": "b", "b": "a"}


def side_of(unit: str | None, slots: Mapping[str, int]) -> str | None:
    """Say whose a unit is: a hero by its slot, a creep or building by the engine's word."""
    if unit is None:
        return None
    if unit in slots:
        return side_of_slot(slots[unit])
    return next((side for word, side in _WORDS.items() if word in unit), None)


def side_of_slot(slot: int) -> str:
    """Give the side of a slot."""
    return "a" if slot < SLOTS_A else "b"


__all__ = ["OTHER", "SLOTS_A", "side_of", "side_of_slot", "slots_by_unit"]
