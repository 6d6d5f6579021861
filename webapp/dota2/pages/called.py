"""What sources of damage, runes and units that are no heroes are called."""

from __future__ import annotations

from webapp.dota2.domain.analysis.objectives import UNTOLD
from webapp.dota2.domain.buildings import name_of, named
from webapp.dota2.domain.catalogue import Catalogue, words_of

ATTACK = "attack"
RUNES = {
    UNTOLD: "Kind not recorded",
    0: "Double damage",
    1: "Haste",
    2: "Illusion",
    3: "Invisibility",
    4: "Regeneration",
    5: "Bounty",
    6: "Arcane",
    7: "Water",
    8: "Wisdom",
    9: "Shield",
}
"""The game's numbers of runes."""


def source_called(names: Catalogue, key: str) -> str:
    """Name what dealt damage or was cast: the plain attack, an item or an ability."""
    if key == ATTACK:
        return "Attack"
    if key in names.item_keys and key not in names.abilities:
        return names.item_called(key).name
    return names.ability_called(key).name


def rune_called(kind: int) -> str:
    """Name a rune by the game's number of it."""
    return RUNES.get(kind, f"Rune {kind}")


def unit_called(unit: str) -> str:
    """Name a unit that is no hero, as far as its engine name says."""
    building = named(unit)
    if building is not None:
        return name_of(building.kind, building.tier, building.lane)
    if "creep" in unit or "siege" in unit:
        return "creeps"
    if "neutral" in unit:
        return "neutral creeps"
    return "the fountain" if "fountain" in unit else words_of(unit.removeprefix("npc_dota_"))
