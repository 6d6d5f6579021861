"""Monsters and buildings as rows for CSV."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.lol.domain.analysis.events import Fall
from webapp.lol.pages.objectives.rows import CountRow, count_rows
from webapp.lol.pages.sources import Sources
from webapp.lol.pages.window import before, until
from webapp.matchroom.moment import Moment
from webapp.matchroom.panels import Query


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


def monster_lines(loaded: Sources, moment: Moment, query: Query) -> tuple[MonsterLine, ...]:
    """Give a row for each epic monster up to the moment, or in the seconds before it."""
    events = loaded.slices["events"]
    window = before(moment, query) or until(moment, loaded.row.duration_s)
    rows = []
    for one in loaded.slices["objectives"].taken:
        monster = events.monsters[one.number]
        if not window.holds(monster.at_s):
            continue
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


def building_lines(loaded: Sources, moment: Moment) -> tuple[Fall, ...]:
    """Give each building that fell up to the moment; `side` lost it."""
    window = until(moment, loaded.row.duration_s)
    return tuple(one for one in loaded.slices["events"].buildings if window.holds(one.at_s))


def count_lines(loaded: Sources, moment: Moment) -> tuple[CountRow, ...]:
    """Give how many of each kind both sides took up to the moment."""
    return count_rows(loaded, until(moment, loaded.row.duration_s))
