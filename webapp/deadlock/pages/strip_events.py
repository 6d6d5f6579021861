"""Turns a match's own events into the strip's: who did it, and what it reads as."""

from __future__ import annotations

from typing import Any

from webapp.deadlock.domain.catalogue import Catalogue
from webapp.deadlock.domain.words import SIDE_NAMES, SIDE_SHORT
from webapp.matchplay.charts.series import Side
from webapp.matchplay.strip import DEATH, KILL, PAUSE, Event, Kind, Names

GUARDIAN = Kind("Guardian", "triangle", "building")
MID_BOSS = Kind("Mid boss", "circle")
_PATRON = Kind("Patron", "star", "building")
KINDS: dict[str, Kind] = {
    "Guardian": GUARDIAN,
    "Walker": Kind("Walker", "square", "building"),
    "Base Guardians": Kind("Base Guardians", "diamond", "building"),
    "Shrine": Kind("Shrine", "hexagon", "building"),
    "Patron": _PATRON,
    "Weakened Patron": _PATRON,
}
NAMES = Names(
    SIDE_NAMES["a"],
    SIDE_NAMES["b"],
    SIDE_SHORT["a"],
    SIDE_SHORT["b"],
    lead="Soul lead",
    unit="souls",
    kinds=(KILL, *dict.fromkeys(KINDS.values()), MID_BOSS, PAUSE),
)
OTHER: dict[str, Side] = {"a": "b", "b": "a"}


def strip_events(events: Any, scoreboard: Any, names: Catalogue) -> list[Event]:
    """Give everything that happened along the strip."""
    heroes = {row.slot: names.hero(row.hero_id).name for row in scoreboard.rows}
    sides = {row.slot: row.side for row in scoreboard.rows}
    return [
        *(_kill(kill, heroes, sides) for kill in events.kills),
        *(_fall(fall) for fall in events.objectives),
        *(_mid_boss(boss) for boss in events.mid_bosses),
        *(_pause(pause) for pause in events.pauses),
    ]


def _kill(kill: Any, heroes: dict[int, str], sides: dict[int, str]) -> Event:
    victim = heroes.get(kill.victim, "somebody")
    if kill.killer is None or kill.killer not in heroes:
        side = OTHER[sides[kill.victim]]
        return Event(kill.at_s, DEATH, side, f"{victim} died, to no player")
    side = OTHER[sides[kill.victim]]
    return Event(kill.at_s, KILL, side, f"{heroes[kill.killer]} killed {victim}")


def _fall(fall: Any) -> Event:
    side = OTHER[fall.side]
    where = f" ({fall.lane})" if fall.lane else ""
    text = f"{SIDE_NAMES[side]} took the {fall.kind}{where}"
    return Event(fall.at_s, KINDS.get(fall.kind, GUARDIAN), side, text)


def _mid_boss(boss: Any) -> Event:
    side: Side = boss.claimed_by or boss.killed_by or ""
    who = SIDE_NAMES.get(side, "Nobody")
    return Event(boss.at_s, MID_BOSS, side, f"{who} took the Rejuvenator from the mid boss")


def _pause(pause: Any) -> Event:
    text = f"Paused for {pause.lasted_s} s" if pause.lasted_s else "Paused"
    return Event(pause.at_s, PAUSE, "", text)
