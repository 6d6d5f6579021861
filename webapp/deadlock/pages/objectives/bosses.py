"""The mid boss: who killed it, who took the Rejuvenator, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from webapp.deadlock.domain.words import SIDE_NAMES
from webapp.deadlock.pages.objectives.people import Person, marks_of, people_of
from webapp.deadlock.pages.objectives.words import in_span, name_of
from webapp.deadlock.pages.sources import Sources
from webapp.matchplay.charts import clock
from webapp.matchroom.moment import Moment


@dataclass(frozen=True, slots=True)
class Fallen:
    """One building that fell after a Rejuvenator was taken."""

    side: str
    kind: str
    name: str
    at_s: int
    clock: str


@dataclass(frozen=True, slots=True)
class Boss:
    """One death of the mid boss, in words and marks."""

    at_s: int
    clock: str
    killer: str
    claimer: str
    claimed_by: str | None
    stolen: bool
    near: tuple[Person, ...]
    fallen: tuple[Fallen, ...]
    kills: str
    after_href: str


def bosses_at(loaded: Sources, moment: Moment) -> tuple[Boss, ...]:
    """Give every mid boss, or those of the chosen span."""
    from webapp.deadlock.domain.analysis.objectives import AFTER_S

    story, people = loaded.slices["objectives"], people_of(loaded)
    return tuple(
        Boss(
            at_s=one.at_s,
            clock=clock(one.at_s),
            killer=SIDE_NAMES.get(one.killed_by or "", "not recorded"),
            claimer=SIDE_NAMES.get(one.claimed_by or "", "not recorded"),
            claimed_by=one.claimed_by,
            stolen=one.stolen,
            near=marks_of((*one.near_a, *one.near_b), people),
            fallen=tuple(_fallen(story.buildings[number]) for number in one.followed),
            kills=f"{one.kills_a} – {one.kills_b}",
            after_href=f"?from={one.at_s}&to={min(one.at_s + AFTER_S, loaded.row.duration_s)}",
        )
        for one in story.mid_bosses
        if in_span(moment, one.at_s)
    )


def _fallen(building: Any) -> Fallen:
    at_s = building.down_by_s or 0
    return Fallen(building.side, building.kind, name_of(building), at_s, clock(at_s))
