"""What stands at the points of a chart: how many are behind each."""

from __future__ import annotations

from collections.abc import Iterator

from webapp.matchplay.charts.axis import Axis
from webapp.matchplay.charts.scale import Scale, short
from webapp.matchplay.charts.series import Series
from webapp.matchplay.charts.view import Anchor, Label

NOTE_GAP = 8.0
EDGE = 8.0
"""So near an end of the chart, in per cent, a word is not centred: it would be cut off."""
BESIDE = 11.0
"""Where the words of the axis down the chart have ended, in per cent, on a phone too."""
THOUSAND = 1000


def notes_of(series: Series, axis: Axis, scale: Scale) -> Iterator[Label]:
    """Write above each point how many stand behind it; beside one that is near the axis's words."""
    for (x, value), count in zip(series.points, series.counts, strict=False):
        if value is not None:
            at, y, said = axis.x(x), scale.y(value), f"n {_count(count)}"
            if at < EDGE:
                yield Label(BESIDE, round(min(y + NOTE_GAP / 2, scale.bottom_y - 2), 1), said)
            else:
                anchor: Anchor = "end" if at > 100 - EDGE else "mid"
                yield Label(at, round(y - NOTE_GAP, 1), said, anchor)


def _count(count: int) -> str:
    return f"{count}" if count < THOUSAND else short(float(f"{count:.2g}"))
