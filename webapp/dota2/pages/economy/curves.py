"""Curves of one figure over the match: a chart for each side, on one scale; and the XP lead."""

from __future__ import annotations

from typing import Any

from webapp.dota2.domain.analysis.lead import Lead
from webapp.dota2.domain.analysis.moments import Moments
from webapp.dota2.domain.words import SIDE_NAMES
from webapp.dota2.pages.economy.asked import Asked
from webapp.dota2.pages.people import Person, people_of
from webapp.matchplay.charts import LineChart, Series, line_chart
from webapp.matchplay.charts.scale import MOST_LINES, step_for
from webapp.matchroom.moment import Moment

HEIGHT = 260
LEAD_HEIGHT = 200


def side_charts(loaded: Any, asked: Asked) -> tuple[LineChart, ...]:
    """Draw both sides; a chosen player stands out. Nothing where the figure is not recorded."""
    moments: Moments = loaded.slices["moments"]
    columns = {
        one.slot: column
        for one in moments.players
        if (column := getattr(one, asked.figure.slug)) is not None
    }
    if not columns:
        return ()
    most = max((value or 0 for column in columns.values() for value in column), default=1)
    step = step_for(max(most, 1) / MOST_LINES)
    top = -(-max(most, 1) // step) * step
    return tuple(_chart(loaded, columns, asked, side, top) for side in ("a", "b"))


def xp_lead_chart(loaded: Any, asked: Asked) -> LineChart | None:
    """Draw how far a side was ahead in experience; None where it is not recorded."""
    lead: Lead = loaded.slices["lead"]
    if not lead.xp:
        return None
    return line_chart(
        [
            Series(
                "Experience lead",
                [(one.at_s, one.b - one.a) for one in lead.xp],
                label=False,
            )
        ],
        key="xp-lead",
        title="Experience lead",
        description="Above 0 Dire is ahead in experience, below it Radiant.",
        caption="Experience of Dire less that of Radiant",
        x_max=loaded.row.duration_s,
        unit="XP, Dire ahead",
        below="Radiant ahead",
        middle=0,
        height=LEAD_HEIGHT,
        base_url=asked.href(moment=Moment()),
    )


def _chart(
    loaded: Any, columns: dict[int, tuple[int | None, ...]], asked: Asked, side: str, top: float
) -> LineChart:
    moments: Moments = loaded.slices["moments"]
    people = [one for one in people_of(loaded).values() if one.side == side and one.slot in columns]
    return line_chart(
        [_series(one, moments.at_s, columns[one.slot], asked) for one in people],
        key=f"curve-{side}",
        title=f"{asked.figure.word}, {SIDE_NAMES[side]}",
        description=f"{asked.figure.word} of each player of {SIDE_NAMES[side]}, minute by minute.",
        caption=f"{asked.figure.word} at each minute",
        x_max=loaded.row.duration_s,
        unit=asked.figure.unit,
        y_range=(0, top),
        height=HEIGHT,
        base_url=asked.href(moment=Moment()),
    )


def _series(
    one: Person, times: tuple[int, ...], column: tuple[int | None, ...], asked: Asked
) -> Series:
    chosen = one.slot == asked.player
    return Series(
        one.hero,
        tuple(zip(times, column, strict=True)),
        side="a" if one.side == "a" else "b",
        weight="main" if chosen else "" if asked.player is None else "quiet",
        href=asked.href(player=None if chosen else one.slot),
    )
