"""The game's numbers as they stand on the wire: ids, costs, routes. Every name is invented.

Facts only, in small CSV tables beside this file. Nothing here is drawn.
"""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
ROLES = ("TOP", "JUNGLE", "MIDDLE", "BOTTOM", "UTILITY")
LEVEL_XP = (
    *(0, 280, 660, 1140, 1720, 2400, 3180, 4060, 5040),
    *(6120, 7300, 8580, 9960, 11440, 13020, 14700, 16480, 18360),
)


@dataclass(frozen=True, slots=True)
class Champion:
    """Somebody to play: `key` is the name on the wire, `kind` what they mostly hit with."""

    id: int
    key: str
    role: str
    kind: str
    range: int
    health: int
    tags: tuple[str, ...]
    names: dict[str, str]
    titles: dict[str, str]

    @property
    def wire_name(self) -> str:
        """The key as matches write it."""
        return self.key.replace(" ", "")


@dataclass(frozen=True, slots=True)
class Item:
    """Something the shop sells; `parts` are the ids it is made from."""

    id: int
    cost: int
    parts: tuple[int, ...]
    use: str
    names: dict[str, str]
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spell:
    """A summoner spell."""

    id: int
    key: str
    names: dict[str, str]
    cooldown: int


@dataclass(frozen=True, slots=True)
class RuneRow:
    """One row of runes within a style."""

    style: int
    style_names: dict[str, str]
    slot: int
    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Platform:
    """One platform, the route its matches are asked of, and the tag its people start with."""

    name: str
    region: str
    tag: str


@cache
def champions() -> dict[int, Champion]:
    """Give every champion by id."""
    found = {}
    for row in _rows("champions"):
        found[int(row["id"])] = Champion(
            id=int(row["id"]),
            key=row["key"],
            role=row["role"],
            kind=row["kind"],
            range=int(row["range"]),
            health=int(row["health"]),
            tags=tuple(row["tags"].split("|")),
            names={"en_US": row["en"], "de_DE": row["de"]},
            titles={"en_US": row["title_en"], "de_DE": row["title_de"]},
        )
    return found


@cache
def champions_of(role: str) -> tuple[Champion, ...]:
    """Give those who are played in a role."""
    return tuple(one for one in champions().values() if one.role == role)


@cache
def items() -> dict[int, Item]:
    """Give everything in the shop by id."""
    return {
        int(row["id"]): Item(
            id=int(row["id"]),
            cost=int(row["cost"]),
            parts=_numbers(row["parts"]),
            use=row["use"],
            names={"en_US": row["en"], "de_DE": row["de"]},
            tags=tuple(row["tags"].split("|")),
        )
        for row in _rows("items")
    }


@cache
def spells() -> dict[int, Spell]:
    """Give every summoner spell by id."""
    return {
        int(row["id"]): Spell(
            int(row["id"]),
            row["key"],
            {"en_US": row["en"], "de_DE": row["de"]},
            int(row["cooldown"]),
        )
        for row in _rows("spells")
    }


@cache
def rune_rows() -> tuple[RuneRow, ...]:
    """Give every row of runes, style by style."""
    return tuple(
        RuneRow(
            int(row["style"]),
            {"en_US": row["style_en"], "de_DE": row["style_de"]},
            int(row["slot"]),
            _numbers(row["ids"]),
        )
        for row in _rows("runes")
    )


@cache
def platforms() -> dict[str, Platform]:
    """Give every platform by name."""
    return {
        row["platform"]: Platform(row["platform"], row["region"], row["tag"])
        for row in _rows("platforms")
    }


def level_at(xp: float) -> int:
    """Give the level this much experience makes."""
    return sum(1 for needed in LEVEL_XP if xp >= needed)


def _rows(name: str) -> list[dict[str, str]]:
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split("|") if part)
