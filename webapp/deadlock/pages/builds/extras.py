"""What else a player ended with: stacks that items and abilities count, and buffs picked up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from webapp.deadlock.domain.lanes import UNITS_PER_METRE
from webapp.deadlock.pages.builds.shelves import Shelf
from webapp.deadlock.pages.sources import Sources
from webapp.matchplay.charts import clock

UNSET: Final = 2**32 - 1
"""A counter that was never set is written as minus one in 32 bits."""
FAMILIES: Final = {
    "hp": "Max health",
    "spirit": "Spirit power",
    "wp": "Weapon damage",
    "firerate": "Fire rate",
    "ammo": "Ammo",
    "cd": "Cooldown reduction",
    "bulletresist": "Bullet resist",
    "spiritresist": "Spirit resist",
    "range": "Ability range",
    "movespeed": "Move speed",
}
UNITS: Final = {"hp": "", "spirit": "", "movespeed": " m/s"}
"""What a kind is counted in; the rest are percentages."""
BRIDGES: Final = {
    "gun": "Weapon",
    "casting": "Spirit",
    "survival": "Vitality",
    "movement": "Movement",
}
_STATUE: Final = re.compile(r"(\w+?)_permanent_pickup(?:_lv(\d+))?")
_BRIDGE: Final = re.compile(r"(\w+?)_powerup_pickup")
LEVELS: Final = 3


@dataclass(frozen=True, slots=True)
class StackRow:
    """The final count of one thing that counts; None when the counter was never set."""

    slot: int
    side: str
    hero: str
    letters: str
    name: str
    count: int | None


@dataclass(frozen=True, slots=True)
class BuffRow:
    """One player's permanent buffs of a kind, by level, and all of them.

    `gained` sums what each pickup gave, empty where the match does not say; so are the times.
    """

    name: str
    levels: tuple[int, ...]
    total: int
    gained: str
    pickups: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Extras:
    """Stacks of everybody; permanent and passing buffs of the chosen player, and totals of all."""

    stacks: tuple[StackRow, ...]
    buffs: tuple[BuffRow, ...]
    bridges: tuple[tuple[str, int], ...]
    totals: tuple[tuple[int, int], ...]
    recorded: bool
    timed: bool


def extras_of(loaded: Sources, shelves: Mapping[int, Shelf], slot: int | None) -> Extras:
    """Gather stacks and buffs."""
    story = loaded.slices["builds"]
    own = [one for one in story.buffs if one.slot == slot]
    return Extras(
        stacks=tuple(_stack(one, shelves[one.slot], loaded) for one in story.stacks),
        buffs=buff_rows(one for one in own if one.permanent),
        bridges=tuple((_bridge(one.kind), one.count) for one in own if not one.permanent),
        totals=tuple(
            (one, sum(buff.count for buff in story.buffs if buff.slot == one and buff.permanent))
            for one in shelves
        ),
        recorded=bool(story.buffs),
        timed=any(one.picked_at_s for one in own),
    )


def _stack(one: Any, shelf: Shelf, loaded: Sources) -> StackRow:
    return StackRow(
        slot=shelf.slot,
        side=shelf.side,
        hero=shelf.hero,
        letters=shelf.letters,
        name=loaded.names.item(one.item_id).name,
        count=None if one.count == UNSET else one.count,
    )


def buff_rows(own: Iterable[Any]) -> tuple[BuffRow, ...]:
    """Add up permanent buffs by kind and level."""
    families: dict[str, list[tuple[int, Any]]] = {}
    for one in own:
        found = _STATUE.fullmatch(one.kind)
        family, level = (found[1], int(found[2] or 1)) if found else (one.kind, 1)
        families.setdefault(family, []).append((max(1, min(level, LEVELS)), one))
    return tuple(_buff_row(family, lines) for family, lines in families.items())


def _buff_row(family: str, lines: Sequence[tuple[int, Any]]) -> BuffRow:
    counts = [sum(one.count for at, one in lines if at == level) for level in range(1, LEVELS + 1)]
    times = sorted(at_s for _, one in lines for at_s in one.picked_at_s)
    gave = [value for _, one in lines for value in one.gave]
    return BuffRow(
        name=FAMILIES.get(family, family),
        levels=tuple(counts),
        total=sum(counts),
        gained=_gained(family, sum(gave)) if gave and len(gave) == sum(counts) else "",
        pickups=tuple((at_s, clock(at_s)) for at_s in times),
    )


def _gained(family: str, amount: float) -> str:
    """Write what pickups gave; speed comes in units a second."""
    unit = UNITS.get(family, " %")
    amount = amount / UNITS_PER_METRE if family == "movespeed" else amount
    return f"+{round(amount, 2):g}{unit}"


def _bridge(kind: str) -> str:
    found = _BRIDGE.fullmatch(kind)
    return BRIDGES.get(found[1], found[1]) if found else kind
