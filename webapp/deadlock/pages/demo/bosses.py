"""Boss health over time, from the demo: one chart for each kind, both sides on one scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Literal

from webapp.core.holding import holding
from webapp.deadlock.domain.demos import DemoBosses
from webapp.deadlock.domain.demos.bosses import BossHealth
from webapp.deadlock.domain.terms import Term
from webapp.deadlock.domain.words import SIDE_SHORT
from webapp.deadlock.pages.demo.part import demo_part, demo_terms
from webapp.deadlock.pages.sources import Sources
from webapp.matchplay.charts import LineChart, Series, clock, line_chart
from webapp.matchplay.charts.series import Side
from webapp.matchroom.moment import Moment, on_chart

KINDS = ("Guardian", "Walker", "Base Guardians", "Shrine", "Patron", "Mid boss")
WORDS = {"Guardian": "Guardians", "Walker": "Walkers", "Shrine": "Shrines", "Patron": "Patrons"}
DASHES: dict[str, Literal[0, 1, 2]] = {"blue": 1, "green": 2}
HEIGHT = 190
MOST_TIMES = 20
HELD = 16


@dataclass(frozen=True, slots=True)
class DemoBossesView:
    """The charts of every kind whose health ever changed."""

    charts: tuple[tuple[str, LineChart], ...]
    terms: dict[str, Term]


def demo_bosses(loaded: Sources, moment: Moment) -> DemoBossesView | None:
    """Draw boss health with the chosen moment on it; None where no demo tells any."""
    still = _charts(loaded)
    if not still:
        return None
    charts = tuple((kind, on_chart(chart, moment, both=True)) for kind, chart in still)
    return DemoBossesView(charts, demo_terms())


@holding(HELD)
def _charts(loaded: Sources) -> tuple[tuple[str, LineChart], ...]:
    """Draw what no moment changes."""
    part = demo_part(loaded, "demo_bosses", DemoBosses)
    if part is None:
        return ()
    return tuple(
        (WORDS.get(kind, kind), _chart(loaded, kind, mine))
        for kind in KINDS
        if (mine := [one for one in part.bosses if one.kind == kind and one.hurt])
    )


def _chart(loaded: Sources, kind: str, bosses: Sequence[BossHealth]) -> LineChart:
    duration_s = loaded.row.duration_s
    base_url = f"/deadlock/matches/{loaded.row.match_id}/objectives"
    word = WORDS.get(kind, kind)
    return line_chart(
        [_series(one, number, duration_s) for number, one in enumerate(bosses, start=1)],
        key=f"demo-{kind.lower().replace(' ', '-')}",
        title=f"{word}: health over time",
        description=_story(bosses),
        x_max=duration_s,
        y_range=(0, 100),
        unit="% of health",
        height=HEIGHT,
        base_url=base_url,
    )


def _series(one: BossHealth, number: int, duration_s: int) -> Series:
    side: Side = "a" if one.side == "a" else "b" if one.side == "b" else ""
    where = one.lane or (str(number) if one.kind in {"Shrine", "Mid boss"} else "")
    name = " ".join(filter(None, (SIDE_SHORT.get(one.side or "", one.kind), where)))
    dash = DASHES.get(one.lane or "", 0)
    return Series(name, shares(one, duration_s), side=side, dash=dash, dots=False, label=False)


def shares(one: BossHealth, duration_s: int) -> list[tuple[int, float]]:
    """Give a boss's health in per cent every so many minutes, to its fall or the match's end.

    All bosses of a match are told at the same seconds, so that a chart's table stays short.
    """
    step = 60 * max(1, ceil(duration_s / 60 / MOST_TIMES))
    ends = one.at_s[-1] if one.health[-1] <= 0 else duration_s
    times = [*range(0, ends, step), ends]
    told = ((at_s, one.share_at(at_s)) for at_s in times)
    return [(at_s, round(100 * share, 1)) for at_s, share in told if share is not None]


def _story(bosses: Sequence[BossHealth]) -> str:
    fell = [one for one in bosses if one.health[-1] <= 0]
    if not fell:
        return f"None of {len(bosses)} hurt fell."
    last = max(one.at_s[-1] for one in fell)
    return f"{len(fell)} of {len(bosses)} hurt fell, the last at {clock(last)}."
