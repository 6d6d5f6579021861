"""What happened along the strip: ticks, glyphs, and places to point at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from webapp.matchplay.charts.scale import clock, place_x
from webapp.matchplay.charts.series import Side
from webapp.matchplay.strip.kinds import Kind
from webapp.matchplay.strip.view import Happenings, Hit, Kill, Mark

MIDDLE_Y = 208
KILL_Y = {"a": (210, 218), "b": (198, 206), "": (204, 212)}
MARK_Y = {"a": 227, "b": 189, "": MIDDLE_Y}
MINUTE_S = 60


@dataclass(frozen=True, slots=True)
class Event:
    """Something with a moment; `side` is who did it, empty where that means nothing."""

    t: int
    kind: Kind
    side: Side
    text: str


def happenings_of(
    events: Sequence[Event], duration_s: int, base_url: str, kinds: Sequence[Kind]
) -> Happenings:
    """Draw everything that happened, and where to point at it."""
    return Happenings(
        kills=kills_of(events, duration_s),
        marks=marks_of(events, duration_s),
        glyphs=glyphs_of(events, kinds),
        hits=event_hits_of(events, duration_s, base_url),
        times=",".join(str(event.t) for event in events),
    )


def kills_of(events: Sequence[Event], duration_s: int) -> tuple[Kill, ...]:
    """Draw a tick for everybody who fell."""
    return tuple(
        Kill(place_x(event.t, duration_s), *KILL_Y[event.side], event.side)
        for event in events
        if not event.kind.shape
    )


def marks_of(events: Sequence[Event], duration_s: int) -> tuple[Mark, ...]:
    """Draw a glyph for everything else."""
    return tuple(
        Mark(place_x(event.t, duration_s), MARK_Y[event.side], event.kind.shape, event.side)
        for event in events
        if event.kind.shape
    )


def glyphs_of(events: Sequence[Event], kinds: Sequence[Kind]) -> tuple[Kind, ...]:
    """Give the kinds that have a glyph here, in the order of the legend."""
    used = {event.kind for event in events}
    return tuple(kind for kind in kinds if kind.shape and kind in used)


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
        if event.kind.shape
    )
