"""The players of a match as marks: who stood somewhere, by slot."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from webapp.core.holding import holding
from webapp.deadlock.pages.sources import Sources

HELD = 16


@dataclass(frozen=True, slots=True)
class Person:
    """One player: the mark's letters and side, and the hero's name."""

    slot: int
    side: str
    letters: str
    hero: str


@holding(HELD)
def people_of(loaded: Sources) -> Mapping[int, Person]:
    """Give the players of a match by slot."""
    heroes = {row.slot: loaded.names.hero(row.hero_id) for row in loaded.slices["scoreboard"].rows}
    return {
        row.slot: Person(row.slot, row.side, heroes[row.slot].letters, heroes[row.slot].name)
        for row in loaded.slices["scoreboard"].rows
    }


def marks_of(slots: Iterable[int], people: Mapping[int, Person]) -> tuple[Person, ...]:
    """Give those of the slots who are known, in order."""
    return tuple(people[slot] for slot in slots if slot in people)
