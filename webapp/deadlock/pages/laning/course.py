"""How each lane moved: the souls its sides were apart by, sample by sample."""

from __future__ import annotations

from collections.abc import Sequence

from webapp.deadlock.domain.analysis.laning import Lanes
from webapp.deadlock.domain.analysis.moments import Moments
from webapp.matchplay.charts import LineChart, Series, line_chart
from webapp.matchplay.charts.series import Dash

SHOWN_S = 900
HEIGHT = 230
DASHES: tuple[Dash, ...] = (0, 1, 2, 3)


def course_chart(
    lanes: Lanes, moments: Moments, *, to_s: int, duration_s: int, url: str
) -> LineChart:
    """Draw every lane's lead up to 15:00, or as far as the stretch shown goes."""
    until = min(max(SHOWN_S, to_s), duration_s)
    times = sorted({one.at_s for one in moments.samples if one.at_s <= until})
    return line_chart(
        [
            Series(
                verdict.lane.capitalize(),
                ((0, 0), *_leads(lanes, moments, verdict.lane, times)),
                dash=DASHES[number % len(DASHES)],
            )
            for number, verdict in enumerate(lanes.verdicts)
        ],
        key="lane-course",
        title="Lead of each lane",
        description="Above 0 The Archmother’s players of the lane are ahead, below it The Hidden "
        "King’s.",
        caption="Souls of The Archmother’s players less those of The Hidden King’s",
        x_max=until,
        unit="souls, Archmother ahead",
        below="Hidden King ahead",
        middle=0,
        height=HEIGHT,
        base_url=url,
    )


def _leads(
    lanes: Lanes, moments: Moments, lane: str, times: Sequence[int]
) -> tuple[tuple[int, int], ...]:
    signs = {
        player.slot: 1 if player.side == "b" else -1
        for player in lanes.players
        if player.lane == lane
    }
    worth = dict.fromkeys(signs, 0)
    found = {}
    for one in moments.samples:
        if one.slot in signs:
            worth[one.slot] = one.souls
        found[one.at_s] = sum(sign * worth[slot] for slot, sign in signs.items())
    return tuple((at_s, found[at_s]) for at_s in times)
