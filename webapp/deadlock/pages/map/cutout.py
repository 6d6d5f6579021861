"""A window on the map around one thing that happened: a death, a fight.

Only who was in sight is drawn, with the way they came; where somebody fell is marked.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from webapp.deadlock.domain.ground import Ground, ground_of, lane_path
from webapp.deadlock.domain.lanes import UNITS_PER_METRE
from webapp.deadlock.domain.paths_file import Replay
from webapp.deadlock.pages.map.scene import Now, Pin, Scene, Spot, scene_of
from webapp.deadlock.pages.map.window import Frame

WIDTH = 4600.0


@dataclass(frozen=True, slots=True)
class Backdrop:
    """What lies under every window of one match: the walked ground and the lanes."""

    ground: Ground
    lanes: str


@dataclass(frozen=True, slots=True)
class Ring:
    """A circle around a place, in per cent of the window."""

    left: float
    top: float
    radius: float


@dataclass(frozen=True, slots=True)
class Cutout:
    """One window: the scene in it or a blank, how wide it is, and a circle if one is drawn."""

    scene: Scene | str
    width_m: int
    ring: Ring | None


@dataclass(frozen=True, slots=True)
class Fallen:
    """Somebody fell here at a second; `sentence` says so."""

    slot: int
    side: str
    x: float
    y: float
    sentence: str
    at_s: int


def backdrop_of(replay: Replay) -> Backdrop:
    """Draw the ground of a match; hold it, for it takes a while."""
    return Backdrop(ground_of(replay.paths), lane_path(replay.header.lanes))


def cutout(  # noqa: PLR0913 - each is one thing that is drawn
    now: Now,
    frame: Frame,
    *,
    trail_s: int,
    title: str,
    fallen: Iterable[Fallen] = (),
    ring_m: float | None = None,
    only: Collection[int] | None = None,
) -> Cutout:
    """Draw a window; `only` leaves out everybody else, `ring_m` circles its middle."""
    scene = scene_of(now, frame, trail_s=trail_s, title=title)
    marks = tuple(_mark(frame, one) for one in fallen if frame.shows(one.x, one.y))
    fell = {one.slot for one in fallen}
    pins = tuple(pin for pin in scene.pins if _is_shown(pin, fell, only))
    shown = {*fell, *(pin.slot for pin in pins)} if only is None else only
    trails = tuple(one for one in scene.trails if one.slot in shown)
    return Cutout(
        scene=replace(scene, pins=pins, fell=marks, trails=trails),
        width_m=round(frame.width / UNITS_PER_METRE),
        ring=_ring(frame, ring_m) if ring_m else None,
    )


def _is_shown(pin: Pin, fell: Collection[int], only: Collection[int] | None) -> bool:
    return pin.slot not in fell and (only is None or pin.slot in only)


def _mark(frame: Frame, one: Fallen) -> Spot:
    return Spot(one.side, "death", True, one.sentence, frame.across(one.x), frame.down(one.y))


def _ring(frame: Frame, ring_m: float) -> Ring:
    radius = round(ring_m * UNITS_PER_METRE / frame.width * 100, 2)
    return Ring(frame.across(frame.x), frame.down(frame.y), radius)
