"""How each lane moved: the gold its two players were apart by, frame by frame."""

from __future__ import annotations

from typing import Final

from webapp.lol.domain.analysis.moments import Moments
from webapp.lol.domain.parse.words import ROLES
from webapp.matchplay.charts import LineChart, Series, line_chart
from webapp.matchplay.charts.series import Dash

SHOWN_S: Final = 900
HEIGHT: Final = 230
DASHES: Final[tuple[Dash, ...]] = (0, 1, 2, 3)


def course_chart(moments: Moments, *, to_s: int, duration_s: int, url: str) -> LineChart:
    """Draw every role's lead in gold up to 15:00, or as far as the stretch shown goes."""
    until = min(max(SHOWN_S, to_s), duration_s)
    shown = [number for number, at_s in enumerate(moments.at_s) if at_s <= until]
    series = []
    for number, role in enumerate(ROLES):
        pair = [
            [one for one in moments.players if one.side == side and one.role == role]
            for side in ("a", "b")
        ]
        if len(pair[0]) == 1 == len(pair[1]):
            a, b = pair[0][0].gold, pair[1][0].gold
            points = [(moments.at_s[frame], b[frame] - a[frame]) for frame in shown]
            series.append(Series(role.capitalize(), points, dash=DASHES[number % len(DASHES)]))
    return line_chart(
        series,
        key="lane-course",
        title="Gold lead of each lane",
        description="Above 0 Red’s player of the role is ahead, below it Blue’s.",
        caption="Gold of Red’s player less that of Blue’s",
        x_max=until,
        unit="gold, Red ahead",
        below="Blue ahead",
        middle=0,
        height=HEIGHT,
        base_url=url,
    )
