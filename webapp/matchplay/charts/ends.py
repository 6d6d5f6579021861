"""The names at the lines' ends, moved apart so that each can be read."""

from __future__ import annotations

from collections.abc import Sequence

from webapp.matchplay.charts.scale import Scale
from webapp.matchplay.charts.series import Series
from webapp.matchplay.charts.view import End

GAP = 14.0
PIXELS_A_LETTER = 7.2
BESIDE = 22


def ends_of(series: Sequence[Series], scale: Scale) -> tuple[End, ...]:
    """Name every line where it ends, from the highest down; those without a name are left out."""
    named = sorted(
        ((scale.y(last), one) for one in _labelled(series) if (last := _last(one)) is not None),
        key=lambda end: end[0],
    )
    places = spread([y for y, _ in named], scale.top_y, scale.bottom_y)
    return tuple(
        End(line_y, y, one.name, one.side, one.weight, one.href)
        for (line_y, one), y in zip(named, places, strict=True)
    )


def ends_width(series: Sequence[Series]) -> int:
    """Give the room the longest name takes, in pixels; none without names."""
    longest = max((len(one.name) for one in _labelled(series)), default=0)
    return round(BESIDE + longest * PIXELS_A_LETTER) if longest else 0


def spread(wanted: Sequence[float], top: float, bottom: float) -> list[float]:
    """Move sorted places apart by GAP, as little as possible, and up from the bottom edge."""
    places: list[float] = []
    for y in wanted:
        places.append(max(y, places[-1] + GAP) if places else max(y, top))
    edge = bottom
    for number in range(len(places) - 1, -1, -1):
        places[number] = min(places[number], edge)
        edge = places[number] - GAP
    return [round(y, 1) for y in places]


def _labelled(series: Sequence[Series]) -> list[Series]:
    return [one for one in series if one.name and one.label]


def _last(series: Series) -> float | None:
    return next((value for _, value in reversed(series.points) if value is not None), None)
