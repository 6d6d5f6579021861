"""How each lane moved: the gold its sides were apart by, minute by minute."""

from __future__ import annotations

from typing import Any

from webapp.dota2.domain.analysis.laning import LaneVerdict, Laning
from webapp.dota2.domain.analysis.moments import Moments
from webapp.matchplay.charts import LineChart, Series, line_chart
from webapp.matchplay.charts.series import Dash

SHOWN_S = 900
HEIGHT = 230
DASHES: tuple[Dash, ...] = (0, 1, 2, 3)


def course_chart(loaded: Any, to_s: int, url: str) -> LineChart | None:
    """Draw every lane's lead up to 15:00, or as far as the stretch shown goes."""
    laning: Laning = loaded.slices["laning"]
    moments: Moments = loaded.slices["moments"]
    judged = [one for one in laning.verdicts if one.gold_a is not None and one.gold_b is not None]
    until = min(max(SHOWN_S, to_s), loaded.row.duration_s)
    if not judged or not moments.at_s:
        return None
    return line_chart(
        [
            Series(
                verdict.lane.capitalize(),
                _leads(verdict, moments, until),
                dash=DASHES[number % len(DASHES)],
            )
            for number, verdict in enumerate(judged)
        ],
        key="lane-course",
        title="Lead of each lane",
        description="Above 0 Dire’s players of the lane are ahead, below it Radiant’s.",
        caption="Gold earned by Dire’s players less that of Radiant’s",
        x_max=until,
        unit="gold, Dire ahead",
        below="Radiant ahead",
        middle=0,
        height=HEIGHT,
        base_url=url,
    )


def _leads(
    verdict: LaneVerdict, moments: Moments, until: int
) -> tuple[tuple[int, int | None], ...]:
    return tuple(
        (at_s, _lead(verdict, moments, at_s)) for at_s in moments.at_s if 0 <= at_s <= until
    )


def _lead(verdict: LaneVerdict, moments: Moments, at_s: int) -> int | None:
    gold = {slot: moments.at(slot, "gold", at_s) for slot in (*verdict.slots_a, *verdict.slots_b)}
    known = [one for one in gold.values() if one is not None]
    if len(known) < len(gold):
        return None
    return sum((gold[slot] or 0) for slot in verdict.slots_b) - sum(
        (gold[slot] or 0) for slot in verdict.slots_a
    )
