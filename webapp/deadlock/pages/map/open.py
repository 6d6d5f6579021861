"""The map's panel with blanks for all that one second changes, and what stands in them then."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from markupsafe import Markup, escape

from webapp.core.forms import blank
from webapp.core.fragments import drawn, stamped
from webapp.deadlock.domain.paths_file import Replay
from webapp.deadlock.pages.demo import HeightsBySlot
from webapp.deadlock.pages.map.choice import Choice
from webapp.deadlock.pages.map.heat import Warmth, warmth
from webapp.deadlock.pages.map.links import Link, follow_links, heat_links, trail_links
from webapp.deadlock.pages.map.scene import Now, Scene
from webapp.deadlock.pages.map.story import Event, around, events_by, events_of
from webapp.deadlock.pages.map.table import SideRows
from webapp.deadlock.pages.map.view import MapView, Seen, seen_at
from webapp.matchplay.charts import clock

_MOMENT: Final = "deadlock/_map_moment.html"
_GROUND: Final = "deadlock/_ground.html"


@dataclass(frozen=True, slots=True)
class OpenMap:
    """A map in which everything of its second is a blank; `view` has the rest."""

    view: MapView
    at: str
    clock: str
    heading: str
    scene: str
    close: str
    sides: str
    souls_clock: str
    events: str
    trails: tuple[Link, ...]
    follows: tuple[Link, ...]
    heats: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """What every second of a map shares.

    `rests` ends the address of each player's camera; `told` has the events around a second, by how
    many came before it.
    """

    now: Now
    choice: Choice
    events: tuple[Event, ...]
    heat: tuple[Warmth, ...]
    rests: dict[int, str]
    view: MapView
    told: dict[int, str]


def story_of(
    view: MapView,
    replay: Replay,
    choice: Choice,
    names: Mapping[int, str],
    heights: HeightsBySlot,
) -> Story:
    """Work out what no second changes."""
    people = replay.header.players
    called = {one.slot: one.name for one in people} | dict(names)
    now = Now(replay, choice.at, called, heights)
    rests = {one.slot: replace(choice, follow=one.slot).rest for one in people}
    events = tuple(events_of(now, choice))
    return Story(now, choice, events, warmth(replay, choice), rests, view, {})


def open_map(story: Story | None) -> OpenMap | None:
    """Leave blank what belongs to a second."""
    if story is None:
        return None
    left = replace(story.choice, written=blank("map-t"))
    return OpenMap(
        story.view,
        at=blank("map-t"),
        clock=blank("map-clock"),
        heading=blank("map-heading"),
        scene=blank("map-scene"),
        close=blank("map-close"),
        sides=blank("map-sides"),
        souls_clock=blank("map-souls-clock"),
        events=blank("map-events"),
        trails=trail_links(left),
        follows=follow_links(story.now, left),
        heats=heat_links(story.now, left),
    )


def seen_of(story: Story, at: int) -> Seen:
    """Draw and tell one second of a story."""
    return seen_at(replace(story.now, at=at), replace(story.choice, at=at), story.events)


def _scene(story: Story, seen: Seen, _at: int) -> str:
    view = story.view
    names = () if view.followed else view.lane_names
    close = seen.close.frame if seen.close else None
    shown = (seen.scene, names, story.heat, view.heat_cell, view.heat_side, close)
    return drawn(_GROUND, "drawing", *shown, _pins(seen.scene))


def _close(story: Story, seen: Seen, _at: int) -> str:
    drawings = (_pins(seen.close), _buildings(seen.close)) if seen.close else ()
    return drawn(_MOMENT, "close_up", seen.close, story.view.close_width_m, *drawings)


def _pins(scene: Scene) -> Markup:
    each = (
        ((one.side, one.letters, one.name, one.low), (one.left, one.top, one.health))
        for one in scene.pins
    )
    return stamped(_GROUND, "pin_shape", each)


def _buildings(scene: Scene) -> Markup:
    each = (
        ((one.side, one.kind, one.gone, one.sentence), (one.left, one.top))
        for one in scene.buildings
    )
    return stamped(_GROUND, "building_shape", each)


def _sides(story: Story, seen: Seen, at: int) -> str:
    rows = {side.side: _rows(story, side, at) for side in seen.sides}
    return drawn(_MOMENT, "sides", seen.sides, None, story.view.demo, rows)


def _rows(story: Story, side: SideRows, at: int) -> Markup:
    high = story.view.demo is not None
    each = (
        (
            (one.slot, side.side, one.name, one.letters, one.health is None, high),
            (f"?t={at}{story.rests[one.slot]}", *one.words),
        )
        for one in side.rows
    )
    return stamped(_MOMENT, "row", each)


def _events(story: Story, _seen: Seen, at: int) -> str:
    """Write the events around a second, once until the next of them."""
    before = events_by(story.events, at)
    if before not in story.told:
        story.told[before] = drawn(_MOMENT, "events", around(story.events, at))
    return story.told[before]


PIECES: Mapping[str, Callable[[Story, Seen, int], str]] = {
    "map-t": lambda _story, _seen, at: str(at),
    "map-clock": lambda _story, _seen, at: clock(at),
    "map-heading": lambda _story, seen, _at: str(escape(seen.heading)),
    "map-scene": _scene,
    "map-close": _close,
    "map-sides": _sides,
    "map-souls-clock": lambda _story, seen, _at: seen.souls_clock or "no sample",
    "map-events": _events,
}
"""What stands in each blank, as HTML."""
