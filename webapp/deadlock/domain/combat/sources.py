"""What a source of the damage matrix is called: engine classes turned into players' words.

The catalogue knows most of them. Some are parts of one it knows, and some it never lists; those
are told from the engine's own word, so that a new one is readable too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from webapp.deadlock.domain.catalogue import Catalogue

HEADSHOTS: Final = "_crit"
_PARTS: Final = {
    "crit": "headshots",
    "dot": "over time",
    "AMP": "amplified",
    "amplification": "amplified",
    "flatdamage": "flat damage",
    "bloodspill": "spilled blood",
}
_WORDS: Final = {
    "Bullet": ("All of the gun", "gun"),
    "Ability": ("All abilities and items", "ability"),
    "Melee": ("All melee", "melee"),
    "Misc": ("Anything else", "other"),
    "UnknownAbility": ("Ability the game did not name", "ability"),
    "ability_unknown": ("Ability the game did not name", "ability"),
    "base_stat_regen": ("The hero’s own regeneration", "hero"),
    "modifier_citadel_in_fountain": ("Fountain in the base", "map"),
}
_PREFIX: Final = re.compile(r"^(citadel_)?(weapon|upgrade|ability|modifier)?_?(citadel_)?")
_PICKUP: Final = re.compile(r"^(.*?)_?pickup.*$")


@dataclass(frozen=True, slots=True)
class SourceName:
    """A source: the name players know, its kind (gun, ability, item, melee …), the engine's."""

    name: str
    kind: str
    engine: str


def name_source(engine: str, names: Catalogue) -> SourceName:
    """Name a source; never fails."""
    if engine in _WORDS:
        return SourceName(*_WORDS[engine], engine)
    kind = _kind(engine)
    whole, part = engine, ""
    while whole and whole not in names.things:
        whole, _, last = whole.rpartition("_")
        part = f"{last}_{part}" if part else last
    if not whole:
        return SourceName(_plain(engine), kind, engine)
    found = names.things[whole]
    name = f"{found.name}, {_PARTS.get(part, part.replace('_', ' '))}" if part else found.name
    return SourceName(name, "melee" if kind == "melee" else found.kind, engine)


def _kind(engine: str) -> str:
    if "melee" in engine:
        return "melee"
    if "pickup" in engine:
        return "map"
    if engine.startswith("citadel_weapon"):
        return "gun"
    return "item" if engine.startswith("upgrade_") else "ability"


def _plain(engine: str) -> str:
    """Say an engine's class in words: `upgrade_tech_bleed` is "Tech bleed"."""
    pickup = _PICKUP.match(engine)
    if pickup:
        what = pickup[1].replace("_aoe", "").replace("_", " ")
        return f"{what.capitalize()} pickup"
    headshots = engine.endswith(HEADSHOTS)
    bare = _PREFIX.sub("", engine.removesuffix(HEADSHOTS)).removesuffix("_set")
    words = bare.replace("_", " ").replace("/", " ").strip().capitalize() or engine
    return f"{words}, headshots" if headshots else words
