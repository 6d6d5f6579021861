"""Curves of one figure over the match: a chart for each side, and their sums; and the XP lead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, Literal

from webapp.dota2.domain.analysis.lead import Lead
from webapp.dota2.domain.analysis.moments import Column, Moments
from webapp.dota2.domain.words import SIDE_NAMES
from webapp.dota2.pages.economy.asked import FIGURES, Asked
from webapp.dota2.pages.people import Person, people_of
from webapp.matchplay.charts import LineChart, Series, line_chart
from webapp.matchplay.charts.scale import MOST_LINES, step_for
from webapp.matchroom.moment import Moment

SIDES: Final[tuple[Literal["a", "b"], ...]] = ("a", "b")
HEIGHT = 260
LEAD_HEIGHT = 200


def recorded(moments: Moments) -> frozenset[str]:
    """Name the figures anybody has by the minute."""
    return frozenset(
        one.slug
        for one in FIGURES
        if any(getattr(player, one.slug) is not None for player in moments.players)
    )


def side_charts(loaded: Any, asked: Asked) -> tuple[LineChart, ...]:
    """Draw both sides; a chosen player stands out. Nothing where the figure is not recorded."""
    columns = _columns(loaded.slices["moments"], asked)
    if not columns:
        return ()
    most = max((value or 0 for column in columns.values() for value in column), default=1)
    step = step_for(max(most, 1) / MOST_LINES)
    top = -(-max(most, 1) // step) * step
    return tuple(_chart(loaded, columns, asked, side, top) for side in ("a", "b"))


def team_chart(loaded: Any, asked: Asked) -> LineChart | None:
    """Draw what each side adds up to; None where the figure is not recorded of all its players."""
    moments: Moments = loaded.slices["moments"]
    columns = _columns(moments, asked)
    people = people_of(loaded)
    if not columns or columns.keys() != people.keys():
        return None
    word = asked.figure.word
    return line_chart(
        [
            Series(SIDE_NAMES[side], tuple(zip(moments.at_s, _sums(own), strict=True)), side=side)
            for side in SIDES
            if (own := [columns[slot] for slot, one in people.items() if one.side == side])
        ],
        key="curve-teams",
        title=f"{word} by side",
        description=f"{word} of all players of each side together, minute by minute.",
        caption=f"{word} of each side at each minute",
        x_max=loaded.row.duration_s,
        unit=asked.figure.unit,
        height=LEAD_HEIGHT,
        base_url=asked.href(moment=Moment()),
    )


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


def _columns(moments: Moments, asked: Asked) -> dict[int, Column]:
    """Give the figure's column of everybody who has one, by slot."""
    return {
        one.slot: column
        for one in moments.players
        if (column := getattr(one, asked.figure.slug)) is not None
    }


def _sums(columns: Sequence[Column]) -> list[int | None]:
    """Add up columns; a minute at which anybody's figure is absent has no sum."""
    rows = zip(*columns, strict=True)
    return [None if None in row else sum(one or 0 for one in row) for row in rows]


def _chart(
    loaded: Any, columns: dict[int, Column], asked: Asked, side: str, top: float
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
