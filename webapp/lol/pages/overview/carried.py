"""What everybody chose and carried: spells, keystone, items, role item, augments.

Data Dragon has no names of augments, so they are told by number.
"""

from __future__ import annotations

from dataclasses import dataclass

from webapp.core.holding import holding
from webapp.lol.domain.analysis.scoreboard import ScoreRow
from webapp.lol.domain.catalogue import Catalogue
from webapp.lol.pages.seats import Seat, seats_of
from webapp.lol.pages.sources import Sources
from webapp.lol.pages.things import Thing, thing_of

HELD = 32


@dataclass(frozen=True, slots=True)
class Carried:
    """One player's choices; empty where the body has none."""

    seat: Seat
    spells: tuple[Thing, ...]
    keystone: Thing | None
    style: str
    items: tuple[Thing, ...]
    trinket: Thing | None
    role_item: Thing | None
    augments: tuple[str, ...]


@holding(HELD)
def carried_by(loaded: Sources) -> tuple[Carried, ...]:
    """Give everybody's choices, in the order of the scoreboard."""
    seats = seats_of(loaded)
    rows = loaded.slices["scoreboard"].rows
    return tuple(_carried(row, seats[row.slot], loaded.names) for row in rows)


def _carried(row: ScoreRow, seat: Seat, names: Catalogue) -> Carried:
    return Carried(
        seat=seat,
        spells=tuple(thing_of(names.spell(one)) for one in row.spells),
        keystone=thing_of(names.rune(row.keystone)) if row.keystone else None,
        style=names.rune(row.secondary_style).name if row.secondary_style else "",
        items=tuple(thing_of(names.item(one)) for one in row.items if one),
        trinket=thing_of(names.item(row.trinket)) if row.trinket else None,
        role_item=thing_of(names.item(row.role_item)) if row.role_item else None,
        augments=tuple(f"Augment {one}" for one in row.augments),
    )
