"""What else a player ended with: stacks that items and abilities count, and buffs picked up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from webapp.deadlock.pages.builds.shelves import Shelf
from webapp.deadlock.pages.sources import Sources

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
    """One player's permanent buffs of a kind, by level, and all of them."""

    name: str
    levels: tuple[int, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Extras:
    """Stacks of everybody; permanent and passing buffs of the chosen player, and totals of all."""

    stacks: tuple[StackRow, ...]
    buffs: tuple[BuffRow, ...]
    bridges: tuple[tuple[str, int], ...]
    totals: tuple[tuple[int, int], ...]
    recorded: bool


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
    counts: dict[str, list[int]] = {}
    for one in own:
        found = _STATUE.fullmatch(one.kind)
        family, level = (found[1], int(found[2] or 1)) if found else (one.kind, 1)
        levels = counts.setdefault(FAMILIES.get(family, family), [0] * LEVELS)
        levels[min(level, LEVELS) - 1] += one.count
    return tuple(BuffRow(name, tuple(levels), sum(levels)) for name, levels in counts.items())


def _bridge(kind: str) -> str:
    found = _BRIDGE.fullmatch(kind)
    return BRIDGES.get(found[1], found[1]) if found else kind
