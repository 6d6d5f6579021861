"""Turns a match's own events into the strip's: who did it, and what it reads as."""

from __future__ import annotations

from typing import Any

from webapp.lol.pages.head import SIDE_NAMES
from webapp.matchplay.strip import DEATH, KILL, PAUSE, Event, Kind, Names

TURRET = Kind("Turret", "square", "turret")
INHIBITOR = Kind("Inhibitor", "diamond", "inhibitor")
BUILDINGS = {"turret": TURRET, "inhibitor": INHIBITOR}
MONSTERS = {
    "dragon": Kind("Dragon", "drop", "dragon"),
    "baron": Kind("Baron", "circle", "Baron"),
    "herald": Kind("Rift Herald", "hexagon"),
    "grub": Kind("Voidgrub", "triangle"),
    "atakhan": Kind("Atakhan", "shield"),
}
OTHER_MONSTER = Kind("Monster", "cross")
DRAKES = {
    "fire": "Infernal drake",
    "water": "Ocean drake",
    "air": "Cloud drake",
    "earth": "Mountain drake",
    "hextech": "Hextech drake",
    "chemtech": "Chemtech drake",
    "elder": "Elder Dragon",
}
NAMES = Names(
    SIDE_NAMES["a"],
    SIDE_NAMES["b"],
    SIDE_NAMES["a"],
    SIDE_NAMES["b"],
    lead="Gold lead",
    unit="gold",
    kinds=(KILL, TURRET, INHIBITOR, *MONSTERS.values(), OTHER_MONSTER, PAUSE),
)
OTHER = {"a": "b", "b": "a"}


def strip_events(events: Any, board: Any, names: Any) -> list[Event]:
    """Give everything that happened along the strip; a mode without sides has ticks alone."""
    heroes = {
        row.slot: names.champion(row.champion_id, row.champion_name).name for row in board.rows
    }
    sides = {row.slot: row.side or "" for row in board.rows}
    return [
        *(_kill(one, heroes, sides) for one in events.kills),
        *(_fall(one) for one in events.buildings),
        *(_monster(one) for one in events.monsters),
    ]


def _kill(kill: Any, heroes: dict[int, str], sides: dict[int, Any]) -> Event:
    victim = heroes.get(kill.victim, "somebody")
    killer = heroes.get(kill.killer)
    if killer is None:
        side: Any = OTHER.get(sides.get(kill.victim, ""), "")
        return Event(kill.at_s, DEATH, side, f"{victim} died, to no champion")
    return Event(kill.at_s, KILL, sides[kill.killer], f"{killer} killed {victim}")


def _fall(fall: Any) -> Event:
    side: Any = OTHER.get(fall.side, "")
    kind = BUILDINGS.get(fall.kind, TURRET)
    tier = f"{fall.tier} " if fall.tier and fall.tier != "nexus" else ""
    where = f" ({fall.lane})" if fall.lane else ""
    who = SIDE_NAMES.get(side, "Somebody")
    return Event(fall.at_s, kind, side, f"{who} took the {tier}{kind.word.lower()}{where}")


def _monster(monster: Any) -> Event:
    kind = MONSTERS.get(monster.kind, OTHER_MONSTER)
    side: Any = monster.side or ""
    what = f"the {DRAKES.get(monster.element or '', kind.word)}"
    if monster.kind == "grub":
        what = "a Voidgrub"
    who = SIDE_NAMES.get(side, "Nobody")
    return Event(monster.at_s, kind, side, f"{who} took {what}")
