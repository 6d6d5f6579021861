"""Monsters and buildings as rows for CSV."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.lol.domain.analysis.events import Events, Fall
from webapp.lol.pages.sources import Sources


@dataclass(frozen=True, slots=True)
class MonsterLine:
    """One epic monster with what stood around it."""

    at_s: int
    kind: str
    element: str | None
    side: str | None
    killer_slot: int | None
    bounty: int | None
    alive_a: int | None
    alive_b: int | None
    wards_placed_a: int
    wards_placed_b: int
    wards_cleared_a: int
    wards_cleared_b: int


def monster_lines(loaded: Sources) -> tuple[MonsterLine, ...]:
    """Give a row for each epic monster."""
    events = loaded.slices["events"]
    rows = []
    for one in loaded.slices["objectives"].taken:
        monster = events.monsters[one.number]
        rows.append(
            MonsterLine(
                at_s=monster.at_s,
                kind=one.kind,
                element=monster.element,
                side=monster.side,
                killer_slot=monster.killer,
                bounty=one.bounty,
                alive_a=one.a.alive,
                alive_b=one.b.alive,
                wards_placed_a=one.a.placed,
                wards_placed_b=one.b.placed,
                wards_cleared_a=one.a.cleared,
                wards_cleared_b=one.b.cleared,
            )
        )
    return tuple(rows)


def building_lines(events: Events) -> tuple[Fall, ...]:
    """Give each building that fell; `side` lost it."""
    return events.buildings
