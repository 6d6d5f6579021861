"""What everybody chose and carried: spells, keystone, items, role item, augments."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from webapp.lol.domain.analysis.scoreboard import ScoreRow
from webapp.lol.domain.catalogue import Catalogue
from webapp.lol.pages.seats import Seat, seats_of
from webapp.lol.pages.sources import Sources

HELD = 32


@dataclass(frozen=True, slots=True)
class Carried:
    """One player's choices, in words; empty where the body has none."""

    seat: Seat
    spells: tuple[str, ...]
    keystone: str
    style: str
    items: tuple[str, ...]
    trinket: str
    role_item: str
    augments: tuple[str, ...]


@lru_cache(maxsize=HELD)
def carried_by(loaded: Sources) -> tuple[Carried, ...]:
    """Give everybody's choices, in the order of the scoreboard."""
    seats = seats_of(loaded)
    rows = loaded.slices["scoreboard"].rows
    return tuple(_carried(row, seats[row.slot], loaded.names) for row in rows)


def _carried(row: ScoreRow, seat: Seat, names: Catalogue) -> Carried:
    return Carried(
        seat=seat,
        spells=tuple(names.spell(one).name for one in row.spells),
        keystone=names.rune(row.keystone).name if row.keystone else "",
        style=names.rune(row.secondary_style).name if row.secondary_style else "",
        items=tuple(names.item(one).name for one in row.items if one),
        trinket=names.item(row.trinket).name if row.trinket else "",
        role_item=names.item(row.role_item).name if row.role_item else "",
        augments=tuple(names.augment(one).name for one in row.augments),
    )
