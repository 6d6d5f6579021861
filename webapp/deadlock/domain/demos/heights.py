"""How high everybody stood, once a second, in whole metres."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from webapp.deadlock.domain.lanes import UNITS_PER_METRE

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True, slots=True)
class Heights:
    """One player's height above the map's zero at each second, the first at 0.

    None while they are dead, and where the demo does not tell.
    """

    slot: int
    metres: tuple[int | None, ...]


def heights_of(table: pl.DataFrame | None, duration_s: int) -> tuple[Heights, ...]:
    """Give the height of everybody whose height is told at all, from second to second.

    A second without a row of its own takes that of the second before.
    """
    if table is None or table.is_empty():
        return ()
    told: dict[int, dict[int, int | None]] = {}
    rows = table.drop_nulls(["slot", "at_s"]).select("slot", "at_s", "z", "alive").rows()
    for slot, at, z, alive in rows:
        up = None if z is None or alive is False else round(z / UNITS_PER_METRE)
        told.setdefault(slot, {})[round(at)] = up
    found = (Heights(slot, _seconds(told[slot], duration_s)) for slot in sorted(told))
    return tuple(one for one in found if any(up is not None for up in one.metres))


def _seconds(told: dict[int, int | None], duration_s: int) -> tuple[int | None, ...]:
    return tuple(
        told[second] if second in told else told.get(second - 1) for second in range(duration_s + 1)
    )
