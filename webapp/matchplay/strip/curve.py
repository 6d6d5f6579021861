"""The lead as a line between samples, with its axis and its peaks.

Above zero the second side is ahead, below it the first. Between samples the line is straight.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from webapp.matchplay.charts.scale import Scale, place_x
from webapp.matchplay.charts.view import Label, Line
from webapp.matchplay.lead import LeadSample
from webapp.matchplay.strip.view import Curve, Point

HEIGHT = 254
TOP_Y, BOTTOM_Y = 45.0, 160.0
LEAST_RANGE = 2_000
THOUSAND = 1_000
MOST_DOTS = 60
EDGE_X = 96.0
LABEL_GAP = 4.0
AHEAD_X_PX = 88.0
AHEAD_SHARE = 0.12
LEAST_PEAK = 0.03
"""A peak below this share of the whole range is nothing to name: it lies on the axis's own word."""


def leads_of(samples: Sequence[LeadSample]) -> tuple[tuple[int, int], ...]:
    """Give (second, how far the second side is ahead), from an even start."""
    leads = tuple((sample.at_s, sample.b - sample.a) for sample in samples)
    return leads if leads and leads[0][0] == 0 else ((0, 0), *leads)


def scale_of(leads: Sequence[tuple[int, int]]) -> Scale:
    """Fit the scale to the largest lead of each side, zero always in it."""
    low = min(0, *(lead for _, lead in leads), 0)
    high = max(0, *(lead for _, lead in leads), 0)
    missing = max(0, LEAST_RANGE - (high - low))
    return Scale(low - missing // 2, high + missing // 2, TOP_Y, BOTTOM_Y)


def curve_of(leads: Sequence[tuple[int, int]], scale: Scale, duration_s: int) -> Curve:
    """Draw the line and both areas."""
    crossed = with_crossings(leads)
    return Curve(
        width=max(duration_s, 1),
        height=HEIGHT,
        line=" ".join(f"{t:g},{scale.y(lead)}" for t, lead in leads),
        area_a=_area([(t, min(lead, 0)) for t, lead in crossed], scale),
        area_b=_area([(t, max(lead, 0)) for t, lead in crossed], scale),
        zero_y=scale.y(0),
    )


def dots_of(leads: Sequence[tuple[int, int]], scale: Scale, duration_s: int) -> tuple[Point, ...]:
    """Draw a dot where a sample is; none when they would touch."""
    if len(leads) > MOST_DOTS:
        return ()
    return tuple(Point(place_x(t, duration_s), scale.y(lead)) for t, lead in leads[1:])


def peaks_of(leads: Sequence[tuple[int, int]], scale: Scale, duration_s: int) -> tuple[Label, ...]:
    """Name the largest lead of each side that can be told from none."""
    least = LEAST_PEAK * (scale.high - scale.low)
    chosen = {min(leads, key=lambda at: at[1]), max(leads, key=lambda at: at[1])}
    return tuple(
        _peak(place_x(t, duration_s), lead, scale)
        for t, lead in sorted(chosen)
        if abs(lead) > least
    )


def lead_lines_of(scale: Scale) -> tuple[Line, ...]:
    """Draw a line across at every tick, strong at zero."""
    return tuple(Line(scale.y(lead), strong=lead == 0) for lead in scale.ticks)


def lead_labels_of(scale: Scale, unit: str) -> tuple[Label, ...]:
    """Name every line; the highest says the unit."""
    top = scale.ticks[-1]
    return tuple(
        Label(
            0,
            scale.y(lead) - LABEL_GAP,
            _written(round(lead)) + (f" {unit}" if lead == top else ""),
        )
        for lead in scale.ticks
    )


def ahead_label(scale: Scale, name: str, *, above: bool) -> Label | None:
    """Say on the chart which way is whose, beside the axis, where there is room to."""
    room = scale.high if above else -scale.low
    if room < AHEAD_SHARE * (scale.high - scale.low):
        return None
    lead = min(scale.step, room) * (1 if above else -1)
    arrow = "▲" if above else "▼"
    return Label(AHEAD_X_PX, scale.y(lead) - LABEL_GAP, f"{arrow} {name} ahead")


def with_crossings(leads: Sequence[tuple[int, int]]) -> list[tuple[float, float]]:
    """Add the points where the lead changes hands, so that an area ends on the line."""
    points: list[tuple[float, float]] = []
    for (t, lead), (next_t, next_lead) in pairwise(leads):
        points.append((t, lead))
        if lead * next_lead < 0:
            points.append((t + (next_t - t) * lead / (lead - next_lead), 0))
    return [*points, leads[-1]]


def short_lead(lead: int) -> str:
    """Write a lead for a peak: 900, 9.6k, 21.3k."""
    return f"{lead / 1000:.1f}k" if lead >= THOUSAND else str(lead)


def _peak(x: float, lead: int, scale: Scale) -> Label:
    y = scale.y(lead) + (17 if lead < 0 else -7)
    if x > EDGE_X:
        return Label(99.4, y, short_lead(abs(lead)), "end")
    return Label(x, y, short_lead(abs(lead)), "mid")


def _written(lead: int) -> str:
    if lead == 0:
        return "0"
    return f"+{abs(lead) // 1000}k" if lead % 1000 == 0 else f"+{abs(lead):,}"


def _area(points: Sequence[tuple[float, float]], scale: Scale) -> str:
    zero = scale.y(0)
    line = " ".join(f"L{round(t, 1):g},{scale.y(lead)}" for t, lead in points)
    return f"M0,{zero} {line} L{points[-1][0]:g},{zero}Z"
