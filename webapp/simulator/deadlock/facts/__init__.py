"""The game's own words: hero, ability, item and accolade ids as they stand on the wire.

Facts only, in small CSV tables beside this file. Nothing here is drawn or invented.
"""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
RANKS = (
    ("Obscurus", "#333333"),
    ("Initiate", "#6A3E1E"),
    ("Seeker", "#882355"),
    ("Acolyte", "#5C6DAB"),
    ("Sentinel", "#719C47"),
    ("Mystic", "#DDA326"),
    ("Ritualist", "#EE4F57"),
    ("Emissary", "#B47FEB"),
    ("Oracle", "#955138"),
    ("Phantom", "#7C7C7C"),
    ("Ascendant", "#C39751"),
    ("Eternus", "#5CE9A9"),
)
LEVEL_SOULS = (
    *(0, 200, 500, 900, 1400, 2000, 2600, 3200, 3900, 4600, 5300, 6000),
    *(6800, 7600, 8400, 9200, 10100, 11000, 11900, 12800, 13800, 14900, 16100, 17400),
    *(18900, 20600, 22500, 24600, 26900, 29400, 32100, 35000, 38100, 41400, 44900, 48600),
)


@dataclass(frozen=True, slots=True)
class Ability:
    """One thing a hero hits with: kind is signature, ultimate, melee or weapon."""

    hero_id: int
    id: int
    name: str
    class_name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Hero:
    """A playable hero with what it fights with."""

    id: int
    name: str
    class_name: str
    kind: str
    health: int
    spells: tuple[Ability, ...]
    weapon: Ability
    melee: Ability | None


@dataclass(frozen=True, slots=True)
class Item:
    """One thing the shop sells; `parts` are class names of what it is made from."""

    id: int
    name: str
    class_name: str
    cost: int
    slot: str
    tier: int
    active: bool
    imbue: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Accolade:
    """One thing the end screen praises."""

    id: int
    class_name: str
    tracked_stat_name: str
    flavor_name: str
    threshold_type: str


@cache
def heroes() -> tuple[Hero, ...]:
    """Every hero a player can choose."""
    return tuple(_hero(row) for row in _rows("heroes"))


@cache
def abilities() -> tuple[Ability, ...]:
    """Every signature, ultimate, melee and weapon of those heroes."""
    return tuple(
        Ability(int(row["hero_id"]), int(row["id"]), row["name"], row["class_name"], row["kind"])
        for row in _rows("abilities")
    )


@cache
def items() -> tuple[Item, ...]:
    """Everything the shop sells, tiers 1 to 4."""
    return tuple(_item(row) for row in _rows("items"))


@cache
def accolades() -> tuple[Accolade, ...]:
    """Every accolade the end screen knows."""
    return tuple(
        Accolade(
            int(row["id"]),
            row["class_name"],
            row["tracked_stat_name"],
            row["flavor_name"],
            row["threshold_type"],
        )
        for row in _rows("accolades")
    )


def level_at(souls: int) -> int:
    """Give the level a net worth buys."""
    return sum(1 for needed in LEVEL_SOULS if souls >= needed)


def _hero(row: dict[str, str]) -> Hero:
    own = [ability for ability in abilities() if ability.hero_id == int(row["id"])]
    return Hero(
        id=int(row["id"]),
        name=row["name"],
        class_name=row["class_name"],
        kind=row["kind"],
        health=int(row["health"]),
        spells=tuple(a for a in own if a.kind in {"signature", "ultimate"}),
        weapon=next(a for a in own if a.kind == "weapon"),
        melee=next((a for a in own if a.kind == "melee"), None),
    )


def _item(row: dict[str, str]) -> Item:
    return Item(
        id=int(row["id"]),
        name=row["name"],
        class_name=row["class_name"],
        cost=int(row["cost"]),
        slot=row["slot"],
        tier=int(row["tier"]),
        active=row["active"] == "1",
        imbue=row["imbue"],
        parts=tuple(row["parts"].split()),
    )


def _rows(name: str) -> list[dict[str, str]]:
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))
