"""A series as shapes: pieces of line, its interval, and a dot at every sample."""

from __future__ import annotations

from webapp.matchplay.charts.axis import Axis
from webapp.matchplay.charts.scale import Scale
from webapp.matchplay.charts.series import Series
from webapp.matchplay.charts.view import Curve, Dot

MOST_DOTS = 60


def curve_of(series: Series, axis: Axis, scale: Scale) -> Curve:
    """Draw the line in a box 100 wide; where a value is missing it breaks."""
    return Curve(
        side=series.side,
        weight=series.weight,
        dash=series.dash,
        pieces=_pieces(series, axis, scale),
        band=_band(series, axis, scale),
    )


def dots_of(series: Series, axis: Axis, scale: Scale) -> tuple[Dot, ...]:
    """Draw a dot where a sample is; none for quiet lines, nor when dots would touch.

    A sample without a neighbour makes no line, so it has its dot always.
    """
    if series.weight == "quiet":
        return ()
    dotted = series.dots and len(series.points) <= MOST_DOTS
    values = [None, *(value for _, value in series.points), None]
    return tuple(
        Dot(axis.x(x), scale.y(value), series.side)
        for spot, (x, value) in enumerate(series.points)
        if value is not None and (dotted or (values[spot], values[spot + 2]) == (None, None))
    )


def _pieces(series: Series, axis: Axis, scale: Scale) -> tuple[str, ...]:
    pieces: list[list[str]] = [[]]
    for x, value in series.points:
        if value is None:
            pieces.append([])
        else:
            pieces[-1].append(f"{axis.x(x):g},{scale.y(value):g}")
    return tuple(" ".join(piece) for piece in pieces if len(piece) > 1)


def _band(series: Series, axis: Axis, scale: Scale) -> str:
    if not series.band:
        return ""
    there = [f"{axis.x(x):g},{scale.y(high):g}" for x, _, high in series.band]
    back = [f"{axis.x(x):g},{scale.y(low):g}" for x, low, _ in reversed(series.band)]
    return f"M{' L'.join(there + back)}Z"
