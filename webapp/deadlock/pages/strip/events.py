"""What happened along the strip: ticks, glyphs, and places to point at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from webapp.deadlock.pages.charts.scale import clock, place_x
from webapp.deadlock.pages.charts.series import Side
from webapp.deadlock.pages.strip.view import Happenings, Hit, Kill, Mark

Kind = Literal[
    "kill",
    "death",
    "guardian",
    "walker",
    "base_guardians",
    "shrine",
    "patron",
    "mid_boss",
    "pause",
]
TICKS: frozenset[Kind] = frozenset({"kill", "death"})
"""What is drawn as a tick; a "death" is one that no player dealt, so it is nobody's kill."""
GLYPHS: dict[str, str] = {
    "guardian": "Guardian",
    "walker": "Walker",
    "base_guardians": "Base Guardians",
    "shrine": "Shrine",
    "patron": "Patron",
    "mid_boss": "Mid boss",
    "pause": "Pause",
}
MIDDLE_Y = 208
KILL_Y = {"a": (210, 218), "b": (198, 206), "": (204, 212)}
MARK_Y = {"a": 227, "b": 189, "": MIDDLE_Y}
MINUTE_S = 60


@dataclass(frozen=True, slots=True)
class LeadSample:
    """Souls of both sides at one second of the match."""

    t: int
    souls_a: int
    souls_b: int


@dataclass(frozen=True, slots=True)
class Event:
    """Something with a moment; `side` is who did it, empty where that means nothing."""

    t: int
    kind: Kind
    side: Side
    text: str


def happenings_of(events: Sequence[Event], duration_s: int, base_url: str) -> Happenings:
    """Draw everything that happened, and where to point at it."""
    return Happenings(
        kills=kills_of(events, duration_s),
        marks=marks_of(events, duration_s),
        glyphs=glyphs_of(events),
        hits=event_hits_of(events, duration_s, base_url),
        times=",".join(str(event.t) for event in events),
    )


def kills_of(events: Sequence[Event], duration_s: int) -> tuple[Kill, ...]:
    """Draw a tick for everybody who fell."""
    return tuple(
        Kill(place_x(event.t, duration_s), *KILL_Y[event.side], event.side)
        for event in events
        if event.kind in TICKS
    )


def marks_of(events: Sequence[Event], duration_s: int) -> tuple[Mark, ...]:
    """Draw a glyph for everything else."""
    return tuple(
        Mark(place_x(event.t, duration_s), MARK_Y[event.side], GLYPHS[event.kind], event.side)
        for event in events
        if event.kind not in TICKS
    )


def glyphs_of(events: Sequence[Event]) -> tuple[str, ...]:
    """Name the glyphs in use, in the order of the legend."""
    used = {event.kind for event in events}
    return tuple(name for kind, name in GLYPHS.items() if kind in used)


def minutes_of(duration_s: int, base_url: str) -> tuple[Hit, ...]:
    """Give a place to point at for every minute."""
    return tuple(
        Hit(
            x=place_x(t, duration_s),
            width=round(min(MINUTE_S, duration_s - t) / max(duration_s, 1) * 100, 2),
            href=f"{base_url}?t={t}",
            text=clock(t),
        )
        for t in range(0, max(duration_s, 1), MINUTE_S)
    )


def event_hits_of(events: Sequence[Event], duration_s: int, base_url: str) -> tuple[Hit, ...]:
    """Give a place to point at for every glyph."""
    return tuple(
        Hit(
            x=place_x(event.t, duration_s),
            y=MARK_Y[event.side],
            href=f"{base_url}?t={event.t}",
            text=f"{clock(event.t)} {event.text}",
        )
        for event in events
        if event.kind not in TICKS
    )
