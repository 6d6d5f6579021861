"""The game's own words: heroes, spells and items by id and engine name, prices and parts.

Facts only, in small CSV tables beside this file. Nothing here is drawn or invented.
"""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
LEVEL_XP = (
    *(0, 240, 640, 1160, 1760, 2440, 3200, 4000, 4900, 5900, 7000, 8200, 9500, 10900, 12400),
    *(14000, 15700, 17500, 19400, 21400, 23600, 26000, 28600, 31400, 34400, 38400, 43400),
    *(49400, 56400, 63900),
)
PATCH = 60
PATCH_NAME = "7.41"


@dataclass(frozen=True, slots=True)
class Spell:
    """One ability: kind is passive, cast or target."""

    name: str
    id: int
    kind: str


@dataclass(frozen=True, slots=True)
class Hero:
    """A hero with three spells, an ultimate and eight talents; positions are 1 to 5."""

    id: int
    name: str
    called: str
    attribute: str
    reach: str
    positions: tuple[int, ...]
    spells: tuple[Spell, ...]
    talents: tuple[Spell, ...]

    @property
    def unit(self) -> str:
        """The engine's name of the hero on the field."""
        return f"npc_dota_hero_{self.name}"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that can be carried; kind is item, consumable, recipe or neutral."""

    id: int
    name: str
    called: str
    cost: int
    parts: tuple[str, ...]
    kind: str


@cache
def heroes() -> tuple[Hero, ...]:
    """Every hero people here play."""
    return tuple(_hero(row) for row in _rows("heroes"))


@cache
def items() -> dict[str, Item]:
    """Everything bought or found here, by its engine name."""
    return {row["name"]: _item(row) for row in _rows("items")}


def level_at(xp: int) -> int:
    """Give the level so much experience brings."""
    return sum(1 for needed in LEVEL_XP if xp >= needed)


def _hero(row: dict[str, str]) -> Hero:
    return Hero(
        id=int(row["id"]),
        name=row["name"],
        called=row["called"],
        attribute=row["attribute"],
        reach=row["reach"],
        positions=tuple(int(one) for one in row["positions"].split()),
        spells=tuple(_spell(one) for one in row["spells"].split()),
        talents=tuple(_spell(f"{one}:passive") for one in row["talents"].split()),
    )


def _spell(text: str) -> Spell:
    name, number, kind = text.split(":")
    return Spell(name, int(number), kind)


def _item(row: dict[str, str]) -> Item:
    parts = tuple(row["parts"].split())
    return Item(int(row["id"]), row["name"], row["called"], int(row["cost"]), parts, row["kind"])


def _rows(name: str) -> list[dict[str, str]]:
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))
