"""How buildings and moments are written on the Objectives tab."""

from __future__ import annotations

from typing import Any, Final

from webapp.matchroom.moment import Moment

OTHER: Final = {"a": "b", "b": "a"}
PLURALS: Final = {
    "Guardian": "Guardians",
    "Walker": "Walkers",
    "Base Guardians": "Base Guardians",
    "Shrine": "Shrines",
    "Patron": "Patron",
    "Weakened Patron": "Weakened Patron",
}


def name_of(building: Any) -> str:
    """Name a building, with its lane where it has one."""
    return f"{building.kind}, {building.lane}" if building.lane else str(building.kind)


def in_span(moment: Moment, *seconds: int | None) -> bool:
    """Say whether any of these lies in the chosen span; without one all do."""
    if moment.span is None:
        return True
    first, last = moment.span
    return any(at_s is not None and first <= at_s <= last for at_s in seconds)


def shown(moment: Moment) -> str:
    """Say which part of the match is shown."""
    if moment.span:
        return f"from {' to '.join(moment.clocks)}"
    return "the whole match" if moment.at is None else f"at {moment.clock}"


def seen_at(moment: Moment, duration_s: int) -> int:
    """Give the second whose state is drawn: the chosen one, the span's end, or the match's."""
    at = moment.span[1] if moment.span else moment.at
    return duration_s if at is None else min(max(at, 0), duration_s)
