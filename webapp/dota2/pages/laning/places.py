"""Where everybody stood in the first ten minutes: lane, role, position, efficiency."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from webapp.core.holding import holding
from webapp.dota2.domain.analysis.laning import LanePlayer, Laning
from webapp.dota2.pages.people import Person, people_of

HELD: Final = 32


@dataclass(frozen=True, slots=True)
class Place:
    """One player; `share` and `efficiency` are per cent, None where not recorded."""

    person: Person
    lane: str | None
    role: str | None
    roaming: bool
    share: int | None
    elsewhere: str
    position: int | None
    efficiency: int | None


@holding(HELD)
def places_of(loaded: Any) -> tuple[Place, ...]:
    """Give everybody's place, by slot."""
    laning: Laning = loaded.slices["laning"]
    people = people_of(loaded)
    return tuple(_place(one, people[one.slot]) for one in laning.players)


def _place(one: LanePlayer, person: Person) -> Place:
    every = sum(count for _, count in one.seconds)
    others = [
        f"{lane} {round(100 * count / every)} %"
        for lane, count in one.seconds
        if lane != one.lane and 20 * count >= every
    ]
    return Place(
        person=person,
        lane=one.lane.capitalize() if one.lane and one.lane[0].islower() else one.lane,
        role=one.role,
        roaming=bool(one.roaming),
        share=None if one.share is None else round(100 * one.share),
        elsewhere=", ".join(others),
        position=one.position,
        efficiency=None if one.efficiency is None else int(100 * one.efficiency),
    )
