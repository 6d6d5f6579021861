"""Draws a line chart: straight lines between samples, names on the lines' ends, a table behind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from webapp.matchplay.charts import curves
from webapp.matchplay.charts.axis import QUARTERS, UNIT_BELOW, WORDS, Axis
from webapp.matchplay.charts.ends import ends_of, ends_width
from webapp.matchplay.charts.notes import notes_of
from webapp.matchplay.charts.pointing import hits_of, table_of
from webapp.matchplay.charts.scale import Scale, short, step_for
from webapp.matchplay.charts.series import Kind, Mark, Series
from webapp.matchplay.charts.view import (
    Across,
    Down,
    Label,
    Line,
    LineChart,
    MarkView,
    Plot,
    Shapes,
    SpanView,
)

Form = Literal["whole", "decimal", "share"]
HEIGHT = 220
TOP_Y = 24.0
BELOW_MARKS_Y = 36.0
BELOW = 24.0
LABEL_GAP = 4.0
PIXELS_A_LINE = 34


def line_chart(  # noqa: PLR0913 - a chart is where everything about its axes meets
    series: Sequence[Series],
    *,
    key: str,
    title: str,
    description: str,
    x_max: float,
    unit: str = "",
    below: str = "",
    x_min: float = 0,
    x: Kind = "clock",
    x_unit: str = "",
    form: Form = "whole",
    y_range: tuple[float, float] | None = None,
    middle: float | None = None,
    marks: Iterable[Mark] = (),
    height: int = HEIGHT,
    caption: str = "",
    base_url: str = "",
) -> LineChart:
    """Draw series over time (or any x) with a table behind; `chart_at` then adds the cursor.

    `key` is unique on the page (an id). `title` names the chart, `description` tells its story in a
    sentence, `caption` stands over the table. `x` says what x is: "clock" match seconds (m:ss),
    "number", "share" 0 to 1 written as per cent, "day" a date's ordinal (`date.toordinal()`).
    `form` says how y is written: "whole", "decimal", or "share" for 0 to 1 written as per cent.
    `unit` ends the top label of y, `below` the lowest when it is below 0: then y is a lead of one
    or another, and labels say how large it is; `x_unit` stands below x.
    `y_range` fixes the scale (give it to charts that are compared; a share is 0 to 1 unless told);
    without it zero and every point are in. `middle` is a strong line, such as 0.5 of a chance.
    With `base_url` (of a clock) samples lead to their moment, `?t=` or `&t=` added. Nothing to
    draw gives an empty chart with axes.
    """
    axis = Axis(x, x_min, max(x_max, x_min + 1e-6))
    low_y = height - (UNIT_BELOW if x_unit else 0)
    marks = tuple(marks)
    top_y = BELOW_MARKS_Y if any(one.glyph for one in marks) else TOP_Y
    scale = _scale(series, form, y_range, (top_y, low_y))
    table = table_of(series, axis, form, base_url, WORDS[x])
    room = ends_width(series)
    plot = Plot(
        key=key,
        title=title,
        description=description,
        caption=caption or title,
        height=height,
        down=_down(scale, form, (below, unit), middle),
        across=_across(axis, low_y, x_unit, beside=room > 0),
        shapes=_shapes(series, axis, scale),
        marks=tuple(MarkView(axis.x(one.x), one.text, one.side, one.glyph) for one in marks),
        ends=ends_of(series, scale),
        ends_width=room,
        hits=hits_of(series, axis, table),
        table=table,
    )
    return LineChart(plot)


def chart_at(
    chart: LineChart, at: float | None = None, span: tuple[float, float] | None = None
) -> LineChart:
    """Put the strip's moment and span on a chart; both in the chart's own x."""
    across = chart.plot.across
    axis = Axis(across.kind, across.low, across.high)
    drawn = None
    if span:
        start, end = (axis.x(value) for value in sorted(span))
        drawn = SpanView(start, round(end - start, 2), end)
    return replace(chart, cursor=None if at is None else axis.x(at), span=drawn)


def _scale(
    series: Sequence[Series],
    form: Form,
    y_range: tuple[float, float] | None,
    edges: tuple[float, float],
) -> Scale:
    top_y, bottom = edges[0], edges[1] - BELOW
    low, high = y_range or ((0.0, 1.0) if form == "share" else _reach(series))
    most = max(2, round((bottom - top_y) / PIXELS_A_LINE))
    if y_range is None and form != "share":
        low, high, most = _rounded(low, high, most)
    return Scale(low, high, top_y, bottom, most)


def _rounded(low: float, high: float, most: int) -> tuple[float, float, int]:
    """Widen a range until both ends lie on lines, and count its steps.

    A wider range may ask for a wider step.
    """
    step = step_for((high - low) / most)
    start, end = step * (low // step), -step * (-high // step)
    step = step_for((end - start) / most)
    start, end = step * (low // step), -step * (-high // step)
    return start, end, max(1, round((end - start) / step))


def _reach(series: Sequence[Series]) -> tuple[float, float]:
    values = [value for one in series for _, value in one.points if value is not None]
    values += [value for one in series for _, *ends in one.band for value in ends]
    low, high = min(0.0, *values, 0.0), max(0.0, *values, 0.0)
    return (low, high) if high > low else (0.0, 1.0)


def _ticks(scale: Scale, form: Form, middle: float | None) -> tuple[float, ...]:
    ticks = scale.ticks if form != "share" or (scale.low, scale.high) != (0, 1) else QUARTERS
    return ticks if middle is None or middle in ticks else tuple(sorted((*ticks, middle)))


def _down(scale: Scale, form: Form, units: tuple[str, str], middle: float | None) -> Down:
    ticks = _ticks(scale, form, middle)
    said = {ticks[0]: units[0] if ticks[0] < 0 else "", ticks[-1]: units[1]}
    word = _ahead if units[0] and ticks[0] < 0 else _tick
    return Down(
        lines=tuple(Line(scale.y(value), strong=value == middle) for value in ticks),
        labels=tuple(
            Label(
                0,
                round(scale.y(value) - LABEL_GAP, 1),
                f"{word(value, form)} {said.get(value, '')}".rstrip(),
            )
            for value in ticks
        ),
        bottom_y=scale.bottom_y,
    )


def _across(axis: Axis, bottom: float, unit: str, *, beside: bool) -> Across:
    labels = axis.labels(bottom, unit, beside=beside)
    return Across(axis.kind, axis.low, axis.high, axis.lines(), labels)


def _shapes(series: Sequence[Series], axis: Axis, scale: Scale) -> Shapes:
    order = {"quiet": 0, "": 1, "main": 2}
    drawn = sorted(series, key=lambda one: order[one.weight])
    return Shapes(
        curves=tuple(curves.curve_of(one, axis, scale) for one in drawn),
        dots=tuple(dot for one in drawn for dot in curves.dots_of(one, axis, scale)),
        notes=tuple(note for one in drawn for note in notes_of(one, axis, scale)),
    )


def _ahead(value: float, form: Form) -> str:
    return f"+{_tick(abs(value), form)}" if value else _tick(value, form)


def _tick(value: float, form: Form) -> str:
    return f"{value * 100:g} %" if form == "share" else short(value)
