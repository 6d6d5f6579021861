"""Everybody's items and skills by name, worked out once for a match and a set of names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from webapp.core.holding import holding
from webapp.deadlock.domain.shop import Bought, Learnt, bought_of, learnt_of
from webapp.deadlock.pages.sources import Sources

HELD = 16


@dataclass(frozen=True, slots=True)
class Shelf:
    """One player: who, and what they bought and learnt, in order."""

    slot: int
    side: str
    hero_id: int
    hero: str
    letters: str
    bought: tuple[Bought, ...]
    learnt: tuple[Learnt, ...]


@holding(HELD)
def shelves_of(loaded: Sources) -> Mapping[int, Shelf]:
    """Give every player's shelf by slot, side a first."""
    lines = loaded.slices["builds"].lines
    found: dict[int, Shelf] = {}
    for row in loaded.slices["scoreboard"].rows:
        own = [line for line in lines if line.slot == row.slot]
        hero = loaded.names.hero(row.hero_id)
        found[row.slot] = Shelf(
            slot=row.slot,
            side=row.side,
            hero_id=row.hero_id,
            hero=hero.name,
            letters=hero.letters,
            bought=bought_of(own, loaded.names),
            learnt=learnt_of(own, loaded.names),
        )
    return found


def chosen_slot(loaded: Sources, asked: int | None) -> int | None:
    """Give the player whose build is shown: the one asked for, else the richest."""
    rows = loaded.slices["scoreboard"].rows
    if any(row.slot == asked for row in rows):
        return asked
    return max(rows, key=lambda row: (row.souls, -row.slot)).slot if rows else None
