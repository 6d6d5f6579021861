"""Puts the strip together: curve, events and table once, then whatever moment is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from webapp.matchplay.charts.scale import clock, place_x
from webapp.matchplay.charts.view import Label, Line
from webapp.matchplay.lead import LeadSample
from webapp.matchplay.strip import curve as lead_curve
from webapp.matchplay.strip import events as along
from webapp.matchplay.strip.events import Event
from webapp.matchplay.strip.kinds import KILL, Kind
from webapp.matchplay.strip.moment import cursor_at, span_of, steps_at
from webapp.matchplay.strip.view import (
    LeadChart,
    LeadRow,
    StripView,
    TimeAxis,
)

TIME_STEPS = (60, 120, 300, 600, 1200, 3600)
MOST_TIMES = 9
TIME_Y = 252
LAST_TIME_X = 96.0


@dataclass(frozen=True, slots=True)
class Names:
    """What the two sides are called, in full and on the chart; what leads, and what happens."""

    a: str
    b: str
    short_a: str
    short_b: str
    lead: str
    unit: str
    kinds: tuple[Kind, ...]


@dataclass(frozen=True, slots=True)
class StillStrip:
    """The strip of a match before a moment is chosen, and its events in order."""

    view: StripView
    events: tuple[Event, ...]
    times: tuple[int, ...]
    kinds: tuple[Kind, ...]


def strip_view(  # noqa: PLR0913 - the strip is where everything on one match's time axis meets
    lead: Sequence[LeadSample],
    events: Sequence[Event],
    duration_s: int,
    *,
    names: Names,
    base_url: str,
    at: int | None = None,
    span: tuple[int, int] | None = None,
) -> StripView:
    """Draw the strip of a match; `at` and `span` are seconds and are brought into the match."""
    return strip_at(still_strip(lead, events, duration_s, names=names, base_url=base_url), at, span)


def still_strip(
    lead: Sequence[LeadSample],
    events: Sequence[Event],
    duration_s: int,
    *,
    names: Names,
    base_url: str,
) -> StillStrip:
    """Draw all that no chosen moment changes."""
    leads = lead_curve.leads_of([sample for sample in lead if 0 <= sample.at_s <= duration_s])
    happened = tuple(sorted(events, key=lambda event: event.t))
    times = tuple(event.t for event in happened)
    view = StripView(
        title=f"{names.lead} over {clock(duration_s)} with kills and objectives",
        lead_word=names.lead,
        unit=names.unit,
        description=_description(leads, happened, names),
        duration_s=duration_s,
        action=base_url,
        name_a=names.a,
        name_b=names.b,
        lead=_lead_chart(leads, duration_s, names),
        time=_time_axis(duration_s, base_url),
        events=along.happenings_of(happened, duration_s, base_url, names.kinds),
        cursor=cursor_at(0, duration_s),
        chosen=False,
        span=None,
        steps=steps_at(0, times, duration_s, base_url),
        rows=tuple(_row(t, ahead, names, base_url) for t, ahead in leads[1:]),
    )
    return StillStrip(view, happened, times, names.kinds)


def strip_at(still: StillStrip, at: int | None, span: tuple[int, int] | None) -> StripView:
    """Put the chosen moment and span on the strip of a match."""
    if at is None and span is None:
        return still.view
    duration_s = still.view.duration_s
    t = min(max(at or 0, 0), duration_s)
    return replace(
        still.view,
        cursor=cursor_at(t, duration_s),
        chosen=at is not None,
        span=span_of(span, still.events, duration_s, still.kinds) if span else None,
        steps=steps_at(t, still.times, duration_s, still.view.action),
    )


def _lead_chart(leads: Sequence[tuple[int, int]], duration_s: int, names: Names) -> LeadChart:
    scale = lead_curve.scale_of(leads)
    return LeadChart(
        lines=lead_curve.lead_lines_of(scale),
        labels=lead_curve.lead_labels_of(scale, names.unit),
        ahead_a=lead_curve.ahead_label(scale, names.short_a, above=False),
        ahead_b=lead_curve.ahead_label(scale, names.short_b, above=True),
        curve=lead_curve.curve_of(leads, scale, duration_s),
        dots=lead_curve.dots_of(leads, scale, duration_s),
        peaks=lead_curve.peaks_of(leads, scale, duration_s),
    )


def _time_axis(duration_s: int, base_url: str) -> TimeAxis:
    times = _times(duration_s)
    return TimeAxis(
        lines=tuple(Line(place_x(t, duration_s)) for t in times),
        labels=tuple(
            _time_label(t, duration_s) for t in times if place_x(t, duration_s) <= LAST_TIME_X
        ),
        minutes=along.minutes_of(duration_s, base_url),
    )


def _description(leads: Sequence[tuple[int, int]], events: Sequence[Event], names: Names) -> str:
    by_a = sum(event.kind is KILL and event.side == "a" for event in events)
    by_b = sum(event.kind is KILL and event.side == "b" for event in events)
    peaks = sorted({min(leads, key=lambda at: at[1]), max(leads, key=lambda at: at[1])})
    told = [
        f"{names.a if ahead < 0 else names.b} led by {abs(ahead):,} {names.unit} at {clock(t)}"
        for t, ahead in peaks
        if ahead
    ]
    return f"{'; '.join(told) or 'Nobody led'}. Kills {by_a} to {by_b}. A table follows."


def _times(duration_s: int) -> range:
    step = next((s for s in TIME_STEPS if duration_s / s <= MOST_TIMES), TIME_STEPS[-1])
    return range(0, duration_s + 1, step)


def _time_label(t: int, duration_s: int) -> Label:
    return Label(place_x(t, duration_s), TIME_Y, clock(t), "mid" if t else "")


def _row(t: int, ahead: int, names: Names, base_url: str) -> LeadRow:
    return LeadRow(
        t=t,
        href=f"{base_url}?t={t}",
        clock=clock(t),
        ahead=abs(ahead),
        side="b" if ahead > 0 else "a" if ahead < 0 else "",
        name=names.b if ahead > 0 else names.a if ahead < 0 else "even",
    )
