"""Who stands on the damage page: the twelve as tables and links name them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from webapp.deadlock.pages.sources import Sources

REST = "Troopers, neutrals, buildings"


@dataclass(frozen=True, slots=True)
class Fighter:
    """A player of the match by the hero played."""

    slot: int
    side: Literal["a", "b"]
    hero: str
    letters: str


def fighters_of(loaded: Sources) -> tuple[Fighter, ...]:
    """Name everybody, first side first."""
    found = []
    for row in loaded.slices["scoreboard"].rows:
        hero = loaded.names.hero(row.hero_id)
        found.append(Fighter(row.slot, row.side, hero.name, hero.letters))
    return tuple(sorted(found, key=lambda one: (one.side, one.slot)))
