"""What else a player ended with: stacks that items and abilities count, and buffs picked up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from msgspec.structs import replace

from webapp.deadlock.domain.lanes import UNITS_PER_METRE
from webapp.deadlock.pages.builds.inventories import shown_said
from webapp.deadlock.pages.builds.shelves import Shelf
from webapp.deadlock.pages.sources import Sources
from webapp.matchplay.charts import clock
from webapp.matchroom.moment import Moment

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
    """Stacks of everybody; permanent and passing buffs of the chosen player, and totals of all.

    `shown` says by when the chosen player's buffs are counted.
    """

    stacks: tuple[StackRow, ...]
    buffs: tuple[BuffRow, ...]
    bridges: tuple[tuple[str, int], ...]
    totals: tuple[tuple[int, int], ...]
    recorded: bool
    timed: bool
    shown: str


def extras_of(
    loaded: Sources, shelves: Mapping[int, Shelf], slot: int | None, moment: Moment
) -> Extras:
    """Gather stacks and buffs; the chosen player's as far as the moment where they have times."""
    story = loaded.slices["builds"]
    every = [one for one in story.buffs if one.slot == slot]
    own = buffs_by(every, moment)
    return Extras(
        stacks=tuple(_stack(one, shelves[one.slot], loaded) for one in story.stacks),
        buffs=buff_rows(one for one in own if one.permanent),
        bridges=tuple((_bridge(one.kind), one.count) for one in own if not one.permanent),
        totals=tuple(
            (one, sum(buff.count for buff in story.buffs if buff.slot == one and buff.permanent))
            for one in shelves
        ),
        recorded=bool(story.buffs),
        timed=any(one.picked_at_s for one in every),
        shown=shown_said(moment) if follows(every, moment) else "at the end",
    )


def follows(buffs: Sequence[Any], moment: Moment) -> bool:
    """Say whether lasting buffs are counted by a moment: each of their pickups needs its second."""
    lasting = [one for one in buffs if one.permanent]
    timed = all(len(one.picked_at_s) == one.count for one in lasting)
    return moment != Moment() and bool(lasting) and timed


def buffs_by(buffs: Sequence[Any], moment: Moment) -> list[Any]:
    """Count one player's lasting buffs as far as the moment, or within the span, where they can be.

    Passing ones have no seconds: they are those of the whole match.
    """
    if not follows(buffs, moment):
        return list(buffs)
    found = (_narrowed(one, *moment.reach) if one.permanent else one for one in buffs)
    return [one for one in found if one.count]


def _narrowed(buff: Any, first: int, last: int) -> Any:
    kept = [number for number, at_s in enumerate(buff.picked_at_s) if first <= at_s <= last]
    gave = len(buff.gave) == len(buff.picked_at_s)
    return replace(
        buff,
        count=len(kept),
        picked_at_s=tuple(buff.picked_at_s[number] for number in kept),
        gave=tuple(buff.gave[number] for number in kept) if gave else (),
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
