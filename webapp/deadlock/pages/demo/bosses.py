"""Boss health over time, from the demo: one chart for each kind, both sides on one scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
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
MOST_POINTS = 60
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
    """Hold each health until the next change: nothing sinks that was not hit."""
    points = [(at, round(100 * health / one.max_health, 1)) for at, health in _steps(one)]
    if points[-1][1] > 0 and points[-1][0] < duration_s:
        points.append((duration_s, points[-1][1]))
    side: Side = "a" if one.side == "a" else "b" if one.side == "b" else ""
    where = one.lane or (str(number) if one.kind in {"Shrine", "Mid boss"} else "")
    name = " ".join(filter(None, (SIDE_SHORT.get(one.side or "", one.kind), where)))
    dash = DASHES.get(one.lane or "", 0)
    return Series(name, points, side=side, dash=dash, dots=False, label=False)


def _steps(one: BossHealth) -> list[tuple[int, int]]:
    steps: list[tuple[int, int]] = []
    for at, health in thinned(one):
        if steps and at - steps[-1][0] > 1:
            steps.append((at - 1, steps[-1][1]))
        steps.append((at, health))
    return steps


def thinned(one: BossHealth) -> list[tuple[int, int]]:
    """Give at most sixty seconds with their health: first, last, every so-many-th of the rest."""
    changes = list(zip(one.at_s, one.health, strict=True))
    if len(changes) <= MOST_POINTS:
        return changes
    last = len(changes) - 1
    wanted = sorted({round(n * last / (MOST_POINTS - 1)) for n in range(MOST_POINTS)})
    return [changes[n] for n in wanted]


def _story(bosses: Sequence[BossHealth]) -> str:
    fell = [one for one in bosses if one.health[-1] <= 0]
    if not fell:
        return f"None of {len(bosses)} hurt fell."
    last = max(one.at_s[-1] for one in fell)
    return f"{len(fell)} of {len(bosses)} hurt fell, the last at {clock(last)}."
