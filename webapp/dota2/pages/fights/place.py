"""Where a fight was: a window of the map around the places where heroes fell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from webapp.dota2.domain.analysis.fights import Fight
from webapp.dota2.pages.map.ground import Frame, Spot, building_spots, frame_around
from webapp.dota2.pages.people import people_of
from webapp.matchplay.charts import clock

WIDTH = 34.0
"""A fight's map shows at least so many cells across."""


@dataclass(frozen=True, slots=True)
class FightMap:
    """Where heroes fell, as far as places are known; `placed` of `fell` have one."""

    frame: Frame
    buildings: tuple[Spot, ...]
    deaths: tuple[Spot, ...]
    placed: int
    fell: int


def fight_map(loaded: Any, fight: Fight) -> FightMap | None:
    """Draw where heroes fell in a fight; None where no place is known."""
    kills = [loaded.slices["events"].kills[place] for place in fight.kills]
    placed = [kill for kill in kills if kill.x is not None and kill.y is not None]
    frame = frame_around(((kill.x, kill.y) for kill in placed), WIDTH)
    if frame is None:
        return None
    return FightMap(
        frame=frame,
        buildings=building_spots(loaded.slices["objectives"].buildings, frame, fight.end_s),
        deaths=tuple(death_spot(loaded, kill, frame) for kill in placed),
        placed=len(placed),
        fell=fight.deaths,
    )


def death_spot(loaded: Any, kill: Any, frame: Frame) -> Spot:
    """Place a death on a map."""
    person = people_of(loaded).get(kill.victim)
    said = f"{person.hero if person else 'Somebody'} fell {clock(kill.at_s)}"
    side = person.side if person else ""
    return Spot(side, "death", frame.left(kill.x), frame.top(kill.y), gone=False, sentence=said)
