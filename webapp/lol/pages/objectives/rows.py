"""What was taken as rows: monsters with their set-up, buildings, counts."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Final

from webapp.core.holding import holding
from webapp.lol.domain.analysis.events import OTHER, Events
from webapp.lol.domain.analysis.objectives import Count, SetUp, Taken
from webapp.lol.pages.frame import clock
from webapp.lol.pages.seats import NOBODY, Seat, seats_of
from webapp.lol.pages.sources import Sources
from webapp.lol.pages.window import Window

HELD: Final = 32
WORDS: Final = {
    "dragon": "Drake",
    "elder": "Elder dragon",
    "grub": "Voidgrub",
    "herald": "Rift Herald",
    "atakhan": "Atakhan",
    "baron": "Baron Nashor",
    "turret": "Turret",
    "inhibitor": "Inhibitor",
    "plate": "Plate",
    "feat": "Feat of strength",
}
ELEMENTS: Final = {
    "fire": "Infernal",
    "water": "Ocean",
    "air": "Cloud",
    "earth": "Mountain",
    "hextech": "Hextech",
    "chemtech": "Chemtech",
}
GRUBS_S: Final = 90
"""Voidgrubs of one camp fall within so many seconds and stand as one row."""


@dataclass(frozen=True, slots=True)
class MonsterRow:
    """A monster's fall, or a camp's; set-ups are Blue's and Red's."""

    at_s: int
    clock: str
    what: str
    side: str
    killer: Seat
    alive: str
    placed: str
    cleared: str
    bounty: str


@dataclass(frozen=True, slots=True)
class BuildingRow:
    """A building's fall; `side` took it."""

    at_s: int
    clock: str
    what: str
    side: str
    killer: str


@dataclass(frozen=True, slots=True)
class CountRow:
    """How many each side took in the stretch; `said` is the body's own count of the whole match."""

    what: str
    a: int
    b: int
    said: str


@holding(HELD)
def monster_rows(loaded: Sources) -> tuple[MonsterRow, ...]:
    """Give every epic monster by time; grubs that fell together to one side are one row."""
    events, seats = loaded.slices["events"], seats_of(loaded)
    taken = loaded.slices["objectives"].taken
    found: list[MonsterRow] = []
    for _, group in groupby(taken, key=lambda one: _camp(events, one)):
        camp = list(group)
        found.append(_monster(camp, events, seats))
    return tuple(found)


def _camp(events: Events, one: Taken) -> tuple[object, ...]:
    monster = events.monsters[one.number]
    if one.kind != "grub":
        return (one.number,)
    return ("grub", monster.side, monster.at_s // GRUBS_S)


def _monster(camp: list[Taken], events: Events, seats: dict[int, Seat]) -> MonsterRow:
    first = camp[0]
    monster = events.monsters[first.number]
    element = ELEMENTS.get(monster.element or "", "")
    word = WORDS.get(first.kind, first.kind.capitalize())
    what = f"{element} drake" if element and first.kind == "dragon" else word
    bounty = sum(one.bounty or 0 for one in camp)
    return MonsterRow(
        at_s=monster.at_s,
        clock=clock(monster.at_s),
        what=f"{len(camp)} × {what}" if len(camp) > 1 else what,
        side=monster.side or "",
        killer=seats.get(monster.killer or 0, NOBODY),
        alive=_both(first.a.alive, first.b.alive),
        placed=_pair(first, "placed"),
        cleared=_pair(first, "cleared"),
        bounty=f"{bounty:,}" if bounty else "",
    )


def _pair(one: Taken, name: str) -> str:
    sides: tuple[SetUp, SetUp] = (one.a, one.b)
    return _both(*(getattr(side, name) for side in sides))


def _both(a: int | None, b: int | None) -> str:
    return "–" if a is None or b is None else f"{a}–{b}"


@holding(HELD)
def building_rows(loaded: Sources) -> tuple[BuildingRow, ...]:
    """Give every turret and inhibitor by time; tiers and lanes only on the Rift."""
    seats, rift = seats_of(loaded), loaded.slices["scoreboard"].mode == "rift"
    return tuple(
        BuildingRow(
            at_s=one.at_s,
            clock=clock(one.at_s),
            what=_building(one.kind, one.tier, one.lane if rift else None, rift=rift),
            side=OTHER.get(one.side or "", ""),
            killer=seats[one.killer].name if one.killer in seats else "minions",
        )
        for one in loaded.slices["events"].buildings
    )


def _building(kind: str, tier: str | None, lane: str | None, *, rift: bool) -> str:
    word = WORDS.get(kind, kind.capitalize()).lower()
    said = f"{tier} {word}" if tier and rift else word
    where = f", {lane}" if lane and tier != "nexus" else ""
    return f"{said[:1].upper()}{said[1:]}{where}"


def count_rows(loaded: Sources, window: Window) -> tuple[CountRow, ...]:
    """Count what each side took in a stretch; kinds nobody took are left out."""
    story, events = loaded.slices["objectives"], loaded.slices["events"]
    monsters = ((one.kind, events.monsters[one.number]) for one in story.taken)
    taken = [
        *((kind, one.side, one.at_s) for kind, one in monsters),
        *((one.kind, OTHER.get(one.side or ""), one.at_s) for one in events.buildings),
        *(("plate", OTHER.get(one.side or ""), one.at_s) for one in events.plates),
        *(("feat", one.side, one.at_s) for one in story.feats),
    ]
    inside = [(kind, side) for kind, side, at_s in taken if window.holds(at_s)]
    rows = [
        CountRow(
            WORDS[one.kind],
            inside.count((one.kind, "a")),
            inside.count((one.kind, "b")),
            _said(one),
        )
        for one in story.counts
    ]
    rows += _plates(events, window)
    return tuple(row for row in rows if row.a or row.b or row.said not in {"", "0–0"})


def _plates(events: Events, window: Window) -> list[CountRow]:
    """Count plates by lane, beside their sum."""
    inside = [
        (one.lane, OTHER.get(one.side or "")) for one in events.plates if window.holds(one.at_s)
    ]
    return [
        CountRow(f"Plate, {lane}", inside.count((lane, "a")), inside.count((lane, "b")), "")
        for lane in ("top", "middle", "bottom")
    ]


def _said(one: Count) -> str:
    if one.said_a is None or one.said_b is None:
        return ""
    return f"{one.said_a}–{one.said_b}"
