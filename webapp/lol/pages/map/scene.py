"""Turns a moment of a match into marks on a map: per cents from the left and the top."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.lol.domain.analysis.events import Events, Fall
from webapp.lol.domain.ground import BARON_PIT, DRAGON_PIT, NEXUS, SITES, SIZE, Site
from webapp.lol.pages.frame import clock
from webapp.lol.pages.head import SIDE_NAMES
from webapp.lol.pages.seats import NOBODY, seats_of
from webapp.lol.pages.sources import Sources
from webapp.lol.pages.strip_events import MONSTERS, OTHER_MONSTER
from webapp.lol.pages.window import Window

NEAR = 600
"""A fall within so many units of a building's site is that building's."""
INHIBITOR_S = 300


@dataclass(frozen=True, slots=True)
class Building:
    """A building: hollow when fallen."""

    left: float
    top: float
    side: str
    shape: str
    gone: bool
    said: str


@dataclass(frozen=True, slots=True)
class Pin:
    """A player at the nearest frame; a low one has less than a third of their health."""

    left: float
    top: float
    side: str
    letters: str
    said: str
    low: bool


@dataclass(frozen=True, slots=True)
class Spot:
    """Something that happened: a death (`shape` empty) or a monster's fall."""

    at_s: int
    left: float
    top: float
    side: str
    shape: str
    said: str


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything on the map at one moment. `frame_at` is when the players stood there.

    `told` is False where the timeline has no events: no building's fate is known then.
    """

    title: str
    pits: tuple[tuple[float, float, str], ...]
    nexuses: tuple[tuple[float, float, str], ...]
    buildings: tuple[Building, ...]
    pins: tuple[Pin, ...]
    spots: tuple[Spot, ...]
    frame_at: str
    told: bool


def scene_of(loaded: Sources, at_s: int, window: Window) -> Scene:
    """Draw the buildings and players of a second, and what happened in a stretch."""
    events = loaded.slices["events"]
    places = loaded.slices["places"]
    number = places.nearest(at_s)
    return Scene(
        title="Summoner’s Rift: kills, monsters, buildings and players",
        pits=((*_place(*DRAGON_PIT), "Dragon"), (*_place(*BARON_PIT), "Baron")),
        nexuses=tuple((*_place(*place), side) for side, place in NEXUS.items()),
        buildings=_buildings(events, at_s) if events.recorded else (),
        pins=_pins(loaded, number),
        spots=_spots(loaded, events, window),
        frame_at="" if number is None else clock(places.at_s[number]),
        told=events.recorded,
    )


def _place(x: int, y: int) -> tuple[float, float]:
    return round(100 * x / SIZE, 2), round(100 - 100 * y / SIZE, 2)


def _buildings(events: Events, at_s: int) -> tuple[Building, ...]:
    fallen = [one for one in events.buildings if one.at_s <= at_s]
    return tuple(_building(site, fallen, at_s) for site in SITES)


def _building(site: Site, fallen: list[Fall], at_s: int) -> Building:
    """Say whether it stands; an inhibitor comes back after five minutes."""
    times = [one.at_s for one in fallen if _is(one, site)]
    word = "inhibitor" if site.kind == "inhibitor" else f"{site.tier} turret"
    back = site.kind == "inhibitor" and bool(times) and at_s - times[-1] >= INHIBITOR_S
    gone = bool(times) and not back
    name = f"{'Blue' if site.side == 'a' else 'Red'} {word}"
    said = f"{name}, {site.lane}" if site.tier != "nexus" else name
    return Building(
        *_place(site.x, site.y),
        side=site.side,
        shape="diamond" if site.kind == "inhibitor" else "square",
        gone=gone,
        said=f"{said}, fell at {clock(times[-1])}" if gone else said,
    )


def _is(one: Fall, site: Site) -> bool:
    if (one.side, one.kind) != (site.side, site.kind):
        return False
    if one.x is not None and one.y is not None:
        return abs(one.x - site.x) < NEAR and abs(one.y - site.y) < NEAR
    return (one.tier, one.lane) == (site.tier, site.lane) and site.tier != "nexus"


def _pins(loaded: Sources, number: int | None) -> tuple[Pin, ...]:
    if number is None:
        return ()
    seats, found = seats_of(loaded), []
    for one in loaded.slices["places"].players:
        x, y, health = one.x[number], one.y[number], one.health[number]
        seat = seats.get(one.slot, NOBODY)
        if x is None or y is None:
            continue
        said = seat.name if health is None else f"{seat.name}, {health} % health"
        low = health is not None and health * 3 < 100  # noqa: PLR2004 - a third
        found.append(Pin(*_place(x, y), seat.side, seat.letters, said, low))
    return tuple(found)


def _spots(loaded: Sources, events: Events, window: Window) -> tuple[Spot, ...]:
    seats = seats_of(loaded)
    deaths = [
        Spot(
            one.at_s,
            *_place(one.x, one.y),
            side=seats.get(one.victim, NOBODY).side,
            shape="",
            said=f"{clock(one.at_s)} {seats.get(one.victim, NOBODY).name} died"
            + (f" to {seats[one.killer].name}" if one.killer in seats else ""),
        )
        for one in events.kills
        if window.holds(one.at_s) and one.x is not None and one.y is not None
    ]
    takes = [
        Spot(
            one.at_s,
            *_place(one.x, one.y),
            side=one.side or "",
            shape=MONSTERS.get(one.kind, OTHER_MONSTER).shape,
            said=f"{clock(one.at_s)} {SIDE_NAMES.get(one.side or '', 'Nobody')} took the "
            f"{MONSTERS.get(one.kind, OTHER_MONSTER).word}",
        )
        for one in events.monsters
        if window.holds(one.at_s) and one.x is not None and one.y is not None
    ]
    return tuple(sorted((*deaths, *takes), key=lambda one: one.at_s))
