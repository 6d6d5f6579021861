"""Wards on the map and in lists, at a moment, in a span, or of the whole match."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from webapp.dota2.domain.analysis.vision import Vision, Ward, Watch
from webapp.dota2.pages.map.asked import Asked
from webapp.dota2.pages.map.ground import SIZE, Frame
from webapp.dota2.pages.people import Person, hero_of, people_of
from webapp.matchplay.charts import clock
from webapp.matchroom.moment import Moment

RADIUS = {"observer": 1600 / 128, "sentry": 1000 / 128}
"""How far a ward sees, in cells (the game's own 1,600 and 1,000 units)."""
PHASES = (("before 10:00", -(10**6), 600), ("to 20:00", 600, 1200), ("after", 1200, 10**9))


@dataclass(frozen=True, slots=True)
class WardSpot:
    """One ward drawn: its mark and how far it saw, in per cent of the map."""

    side: str
    kind: str
    left: float
    top: float
    radius: float
    sentence: str


@dataclass(frozen=True, slots=True)
class WardRow:
    """One ward of the list; clocks are "" where not recorded."""

    person: Person | None
    kind: str
    placed_at_s: int | None
    placed: str
    left: str
    lived: str
    ended: str
    by: str


@dataclass(frozen=True, slots=True)
class WatchRow:
    """One player's part in vision; `phases` count observers and sentries by phase."""

    person: Person
    href: str
    current: bool
    watch: Watch
    phases: tuple[tuple[int, int], ...]


def chosen_wards(vision: Vision, asked: Asked, moment: Moment) -> list[Ward]:
    """Give the wards that stood at the moment or in the span; all of them without one."""
    first, last = moment.span or (moment.at, moment.at)
    return [
        ward
        for ward in vision.wards or ()
        if asked.wants(ward.kind, ward.slot, "a" if ward.slot <= 4 else "b")  # noqa: PLR2004 - slots
        and (first is None or last is None or _stood(ward, first, last))
    ]


def _stood(ward: Ward, first: int, last: int) -> bool:
    return (ward.placed_s is None or ward.placed_s <= last) and ward.until_s > first


def ward_spots(loaded: Any, wards: list[Ward]) -> tuple[WardSpot, ...]:
    """Place wards on the whole map."""
    frame = Frame()
    return tuple(
        WardSpot(
            side="a" if ward.slot <= 4 else "b",  # noqa: PLR2004 - slots
            kind=ward.kind,
            left=frame.left(ward.x),
            top=frame.top(ward.y),
            radius=round(RADIUS[ward.kind] / SIZE * 100, 2),
            sentence=f"{ward.kind.capitalize()} of {hero_of(loaded, ward.slot)}, "
            f"{_clock(ward.placed_s) or 'not recorded when'}; {ward.ended or 'end not recorded'}",
        )
        for ward in wards
    )


def ward_rows(loaded: Any, wards: list[Ward]) -> tuple[WardRow, ...]:
    """Tell wards as rows."""
    people = people_of(loaded)
    return tuple(
        WardRow(
            person=people.get(ward.slot),
            kind=ward.kind,
            placed_at_s=ward.placed_s,
            placed=_clock(ward.placed_s),
            left=_clock(ward.left_s),
            lived=_clock(ward.lived_s),
            ended=ward.ended or "not recorded",
            by=hero_of(loaded, ward.by) if ward.by is not None else "",
        )
        for ward in wards
    )


def _clock(second: int | None) -> str:
    return "" if second is None else clock(second)


def watch_rows(loaded: Any, asked: Asked) -> tuple[WatchRow, ...]:
    """Tell everybody's part in vision."""
    vision: Vision = loaded.slices["vision"]
    people = people_of(loaded)
    return tuple(
        WatchRow(
            person=people[one.slot],
            href=asked.of_player(one.slot),
            current=one.slot == asked.player,
            watch=one,
            phases=tuple(_phase(vision, one.slot, start, end) for _, start, end in PHASES),
        )
        for one in vision.players
        if one.slot in people
    )


def _phase(vision: Vision, slot: int, start: int, end: int) -> tuple[int, int]:
    own = [
        ward.kind
        for ward in vision.wards or ()
        if ward.slot == slot and start <= (-1 if ward.placed_s is None else ward.placed_s) < end
    ]
    return own.count("observer"), own.count("sentry")
