"""What kind of unit a name is, where it is no hero."""

from __future__ import annotations

from typing import Final

OTHERS: Final = "summons and others"
_KINDS: Final = (
    ("illusion_", "illusions"),
    ("_banner", OTHERS),
    ("_tower", "buildings"),
    ("_rax_", "buildings"),
    ("_fort", "buildings"),
    ("_fillers", "buildings"),
    ("_healers", "buildings"),
    ("_watch_tower", "buildings"),
    ("roshan", "Roshan"),
    ("_miniboss", "Tormentors"),
    ("npc_dota_creep_", "lane creeps"),
    ("_siege", "lane creeps"),
    ("npc_dota_neutral_", "neutral creeps"),
    ("_wards", "wards"),
    ("courier", "couriers"),
)
KINDS: Final = (*dict.fromkeys(word for _, word in _KINDS if word != OTHERS), OTHERS)


def kind_of(unit: str) -> str:
    """Say what a unit is in a player's words."""
    return next((word for mark, word in _KINDS if mark in unit), OTHERS)
