"""Turns a match's own events into the strip's: who did it, and what it reads as."""

from __future__ import annotations

from typing import Any

from webapp.dota2.domain.analysis.events import Events
from webapp.dota2.pages.head import SIDE_NAMES
from webapp.matchplay.strip import DEATH, KILL, PAUSE, Event, Kind, Names

ROSHAN = Kind("Roshan", "circle", "Roshan")
TORMENTOR = Kind("Tormentor", "shield")
BUILDINGS = {
    "tower": Kind("Tower", "square", "building"),
    "melee": Kind("Barracks", "diamond", "building"),
    "ranged": Kind("Barracks", "diamond", "building"),
    "ancient": Kind("Ancient", "star", "building"),
}
OTHER_BUILDING = Kind("Building", "triangle", "building")
NAMES = Names(
    SIDE_NAMES["a"],
    SIDE_NAMES["b"],
    SIDE_NAMES["a"],
    SIDE_NAMES["b"],
    lead="Gold lead",
    unit="gold",
    kinds=(KILL, *dict.fromkeys(BUILDINGS.values()), OTHER_BUILDING, ROSHAN, TORMENTOR, PAUSE),
)
SIDES = ("a", "b")


def strip_events(events: Events, board: Any, names: Any) -> list[Event]:
    """Give everything that happened along the strip."""
    heroes = {row.slot: names.hero(row.hero_id).name for row in board.rows}
    sides = {row.slot: row.side for row in board.rows}
    return [
        *(_kill(one, heroes, sides) for one in events.kills or ()),
        *(_fall(one) for one in events.falls),
        *(_boss(one, ROSHAN, "killed Roshan") for one in events.roshans or ()),
        *(_boss(one, TORMENTOR, "killed a Tormentor") for one in events.tormentors or ()),
        *(
            Event(one.at_s, PAUSE, "", f"Paused for {one.lasted_s} s")
            for one in events.pauses or ()
            if one.lasted_s
        ),
    ]


def _kill(kill: Any, heroes: dict[int, str], sides: dict[int, Any]) -> Event:
    victim = heroes.get(kill.victim, "somebody")
    killer = heroes.get(kill.killer)
    if killer is None:
        return Event(kill.at_s, DEATH, "", f"{victim} died, to no player")
    return Event(kill.at_s, KILL, sides[kill.killer], f"{killer} killed {victim}")


def _fall(fall: Any) -> Event:
    kind = BUILDINGS.get(fall.kind, OTHER_BUILDING)
    who = SIDE_NAMES.get(fall.taken_by, "Somebody")
    tier = f"tier {fall.tier} " if fall.tier else ""
    where = f" ({fall.lane})" if fall.lane else ""
    said = "denied their own" if fall.denied else "took the"
    actor = SIDE_NAMES.get(fall.side, who) if fall.denied else who
    text = f"{actor} {said} {tier}{kind.word.lower()}{where}"
    return Event(fall.at_s, kind, fall.taken_by or "", text)


def _boss(boss: Any, kind: Kind, said: str) -> Event:
    side: Any = boss.side if boss.side in SIDES else ""
    return Event(boss.at_s, kind, side, f"{SIDE_NAMES.get(boss.side, 'Somebody')} {said}")
