"""How each lane moved: what its sides were apart by in a figure, minute by minute.

Leads are in gold earned, experience, last hits and net worth, each where everybody in the lane
has it.
"""

from __future__ import annotations

from typing import Any, Final, Literal, TypeAlias

from webapp.dota2.domain.analysis.laning import LaneVerdict, Laning
from webapp.dota2.domain.analysis.moments import Moments
from webapp.matchplay.charts import LineChart, Series, line_chart
from webapp.matchplay.charts.series import Dash

SHOWN_S = 900
HEIGHT = 230
DASHES: tuple[Dash, ...] = (0, 1, 2, 3)
Figure: TypeAlias = Literal["gold", "xp", "last_hits", "net_worth"]
FIGURES: Final[dict[Figure, tuple[str, str, str]]] = {
    "gold": ("gold", "Lead of each lane", "Gold earned by"),
    "xp": ("XP", "Lead of each lane in experience", "Experience of"),
    "last_hits": ("creeps", "Lead of each lane in last hits", "Last hits of"),
    "net_worth": ("gold", "Lead of each lane in net worth", "Net worth of"),
}
"""Each figure's unit, the name of its chart, and how its table begins."""


def course_chart(loaded: Any, to_s: int, url: str, figure: Figure = "gold") -> LineChart | None:
    """Draw every lane's lead up to 15:00, or as far as the stretch shown goes."""
    laning: Laning = loaded.slices["laning"]
    moments: Moments = loaded.slices["moments"]
    judged = [one for one in laning.verdicts if _both(moments, one, figure)]
    until = min(max(SHOWN_S, to_s), loaded.row.duration_s)
    if not judged or not moments.at_s:
        return None
    unit, title, word = FIGURES[figure]
    return line_chart(
        [
            Series(
                verdict.lane.capitalize(),
                _leads(verdict, moments, until, figure),
                dash=DASHES[number % len(DASHES)],
            )
            for number, verdict in enumerate(judged)
        ],
        key=f"lane-course-{figure.replace('_', '-')}",
        title=title,
        description="Above 0 Dire’s players of the lane are ahead, below it Radiant’s.",
        caption=f"{word} Dire’s players less that of Radiant’s",
        x_max=until,
        unit=f"{unit}, Dire ahead",
        below="Radiant ahead",
        middle=0,
        height=HEIGHT,
        base_url=url,
    )


def _both(moments: Moments, verdict: LaneVerdict, figure: Figure) -> bool:
    """Say whether both sides were there, and the figure is recorded of everybody."""
    columns = {one.slot: getattr(one, figure) or () for one in moments.players}
    slots = (*verdict.slots_a, *verdict.slots_b)
    known = all(any(value is not None for value in columns.get(one, ())) for one in slots)
    return bool(verdict.slots_a and verdict.slots_b) and known


def _leads(
    verdict: LaneVerdict, moments: Moments, until: int, figure: Figure
) -> tuple[tuple[int, int | None], ...]:
    return tuple(
        (at_s, _lead(verdict, moments, at_s, figure)) for at_s in moments.at_s if 0 <= at_s <= until
    )


def _lead(verdict: LaneVerdict, moments: Moments, at_s: int, figure: Figure) -> int | None:
    had = {slot: moments.at(slot, figure, at_s) for slot in (*verdict.slots_a, *verdict.slots_b)}
    known = [one for one in had.values() if one is not None]
    if len(known) < len(had):
        return None
    return sum((had[slot] or 0) for slot in verdict.slots_b) - sum(
        (had[slot] or 0) for slot in verdict.slots_a
    )
