"""What a side takes: buildings and epic monsters in words, and as the figures of the model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from webapp.lol.domain.analysis.events import Fall, Monster
from webapp.lol.domain.analysis.objectives import kind_of
from webapp.lol.domain.findings.material import OTHER, SIDE_NAMES, Material

MONSTERS: Final = {
    "dragon": "a dragon",
    "elder": "the elder dragon",
    "baron": "Baron",
    "herald": "the Rift Herald",
    "grub": "a Voidgrub",
    "atakhan": "Atakhan",
}
FIGURES: Final = {"dragon": "drakes", "elder": "elder", "baron": "baron"}
NEXUS: Final = "a nexus turret"
_RANKS: Final = {"elder": 6, "baron": 5, "inhibitor": 4, "dragon": 3, "turret": 2}
"""Which of several things is named."""


@dataclass(frozen=True, slots=True)
class Taken:
    """One thing a side took; `figures` is what of it the model knows."""

    at_s: int
    taker: str
    words: str
    rank: int
    figures: dict[str, float]


def taken_by(material: Material, side: str, first: int, last: int) -> list[Taken]:
    """Give what a side took from one second to another."""
    monsters = [
        monster_taken(one)
        for one in material.events.monsters
        if one.side == side and first <= one.at_s <= last
    ]
    buildings = [
        _building(one, side)
        for one in material.events.buildings
        if one.side == OTHER[side] and first <= one.at_s <= last
    ]
    return [*monsters, *buildings]


def monster_taken(one: Monster) -> Taken:
    """Say what monster it was."""
    kind = kind_of(one)
    figure = FIGURES.get(kind)
    return Taken(
        one.at_s,
        SIDE_NAMES.get(one.side or "", "Somebody"),
        MONSTERS.get(kind, "an epic monster"),
        _RANKS.get(kind, 1),
        {figure: 1.0} if figure else {},
    )


def _building(one: Fall, side: str) -> Taken:
    inhibitor = one.kind == "inhibitor"
    words = "an inhibitor" if inhibitor else f"{_a(one.tier)} turret"
    figures = {"inhibitors" if inhibitor else "towers": 1.0}
    return Taken(one.at_s, SIDE_NAMES[side], words, _RANKS.get(one.kind, 1), figures)


def _a(tier: str | None) -> str:
    if not tier:
        return "a"
    return f"{'an' if tier[0] in 'aeiou' else 'a'} {tier}"
