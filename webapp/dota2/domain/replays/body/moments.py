"""When something happened, in seconds from the horn; and numbers a body can hold."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gem.combat.log import CombatLogEntry
    from gem.results.models import ParsedMatch

CELL = 128
"""Units of the world to one of OpenDota's cells."""


def second_of(entry: CombatLogEntry, found: ParsedMatch) -> int | None:
    """Give the second of a line of the combat log."""
    if entry.game_time_s is not None:
        return int(entry.game_time_s)
    return second_at(entry.tick, found)


def second_at(tick: int | None, found: ParsedMatch) -> int | None:
    """Give the second of a tick, pauses left out; None without the horn."""
    if tick is None or found.game_clock is None:
        return None
    return found.game_clock.game_seconds_at(tick)


def cell(world: float | None) -> float | None:
    """Give a place of the world in OpenDota's cells."""
    return None if world is None or not math.isfinite(world) else world / CELL


def share(value: float) -> float | None:
    """Give a share from 0 to 1, None for what is no number."""
    return value if math.isfinite(value) else None
