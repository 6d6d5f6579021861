"""One fight in full: both sides, the fallen in order, and everybody's part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from webapp.dota2.domain.analysis.fights import Fight, FightPlayer, FightSide
from webapp.dota2.domain.buildings import name_of
from webapp.dota2.domain.words import SIDE_NAMES
from webapp.dota2.pages.called import source_called
from webapp.dota2.pages.fights.place import FightMap, fight_map
from webapp.dota2.pages.people import Person, people_of
from webapp.matchplay.charts import clock

USES = 6


@dataclass(frozen=True, slots=True)
class SideRow:
    """One side of the fight; gold, XP and damage are None where not recorded."""

    side: str
    name: str
    fought: int
    fell: int
    gold: int | None
    xp: int | None
    damage: int | None
    healing: int | None
    buybacks: int
    took: str


@dataclass(frozen=True, slots=True)
class KillRow:
    """One death in the fight."""

    at_s: int
    clock: str
    victim: Person | None
    killer: Person | None


@dataclass(frozen=True, slots=True)
class PartRow:
    """One player's part."""

    person: Person
    fought: bool
    kills: int
    fell: int
    gold: int | None
    xp: int | None
    damage: int | None
    healing: int | None
    buybacks: int
    casts: str
    items: str


@dataclass(frozen=True, slots=True)
class OpenedFight:
    """One fight as its section shows it; `notes` say what is odd about it."""

    number: int
    start_s: int
    clocks: tuple[str, str]
    seconds: int
    winner: str
    outcome: str
    notes: tuple[str, ...]
    sides: tuple[SideRow, ...]
    kills: tuple[KillRow, ...]
    parts: tuple[PartRow, ...]
    map: FightMap | None


def outcome_of(fight: Fight) -> str:
    """Say who won a fight."""
    if not fight.winner:
        return f"Even, {fight.a.kills} each"
    won, lost = (fight.a, fight.b) if fight.winner == "a" else (fight.b, fight.a)
    return f"{SIDE_NAMES[fight.winner]}, {won.kills} to {lost.kills}"


def opened_fight(loaded: Any, fight: Fight) -> OpenedFight:
    """Tell one fight."""
    people = people_of(loaded)
    return OpenedFight(
        number=fight.number,
        start_s=max(0, fight.start_s),
        clocks=(clock(fight.start_s), clock(fight.end_s)),
        seconds=fight.end_s - fight.start_s,
        winner=fight.winner,
        outcome=outcome_of(fight),
        notes=_notes(fight),
        sides=(_side(loaded, "a", fight.a, fight.b), _side(loaded, "b", fight.b, fight.a)),
        kills=tuple(_kill(loaded, place) for place in fight.kills),
        parts=tuple(
            _part(loaded, part, people[part.slot]) for part in fight.players if part.slot in people
        ),
        map=fight_map(loaded, fight),
    )


def _notes(fight: Fight) -> tuple[str, ...]:
    found = []
    if fight.untimed:
        one = "One death was" if fight.untimed == 1 else f"{fight.untimed} deaths were"
        found.append(f"{one} to no hero: the log has no second for it.")
    if fight.went_on:
        found.append("The match ended before the fight had cooled down.")
    if fight.found_by == "log":
        found.append("OpenDota’s list lacks this fight: gold, XP and damage are not recorded.")
    return tuple(found)


def took_said(loaded: Any, side: FightSide) -> str:
    """Say what a side took in and soon after a fight."""
    buildings = loaded.slices["objectives"].buildings
    named = [
        name_of(one.kind, one.tier, one.lane) for one in (buildings[place] for place in side.took)
    ]
    return ", ".join([*named, *("Roshan" for _ in side.roshans)])


def _side(loaded: Any, side: str, one: FightSide, other: FightSide) -> SideRow:
    return SideRow(
        side=side,
        name=SIDE_NAMES[side],
        fought=one.fought,
        fell=other.kills,
        gold=one.gold,
        xp=one.xp,
        damage=one.damage,
        healing=one.healing,
        buybacks=one.buybacks,
        took=took_said(loaded, one),
    )


def _kill(loaded: Any, place: int) -> KillRow:
    kill, people = loaded.slices["events"].kills[place], people_of(loaded)
    victim, killer = people.get(kill.victim), people.get(kill.killer)
    return KillRow(kill.at_s, clock(kill.at_s), victim, killer)


def _part(loaded: Any, part: FightPlayer, person: Person) -> PartRow:
    return PartRow(
        person=person,
        fought=part.fought,
        kills=part.kills,
        fell=part.deaths,
        gold=part.gold,
        xp=part.xp,
        damage=part.damage,
        healing=part.healing,
        buybacks=part.buybacks,
        casts=", ".join(
            _times(source_called(loaded.names, key), count) for key, count in part.casts[:USES]
        ),
        items=", ".join(
            _times(loaded.names.item_called(key).name, count) for key, count in part.items[:USES]
        ),
    )


def _times(name: str, count: int) -> str:
    return name if count == 1 else f"{name} ×{count}"
