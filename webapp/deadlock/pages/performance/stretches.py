"""One player's aim, time and movement from snapshot to snapshot."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from webapp.deadlock.domain.analysis import Performance
from webapp.deadlock.domain.analysis.performance import PlayerSeries
from webapp.deadlock.domain.analysis.performance.records import COUNTERS, MINUTES
from webapp.deadlock.domain.analysis.performance.values import (
    Figures,
    added,
    aim_figures,
    path_figures,
)
from webapp.deadlock.domain.combat.cut import cut_between
from webapp.deadlock.pages.performance.columns import Column, by_key
from webapp.deadlock.pages.performance.tables import written
from webapp.deadlock.pages.performance.window import minute_ends
from webapp.matchplay.charts import clock

KINDS = {
    "shots": "n",
    "accuracy": "n",
    "headshot_rate": "n p2",
    "accuracy_against": "n p2 p3",
    "alive_share": "n p2 p3",
    "combat_share": "n",
    "enemy_half_share": "n p2 p3",
    "distance_m": "n p2",
    "speed_m_s": "n p2",
}
"""The figures shown, and where each is."""


@dataclass(frozen=True, slots=True)
class StretchLine:
    """What a player did between two snapshots; `href` chooses the stretch on the strip."""

    said: str
    href: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stretches:
    """The columns anything is known in, and a line for each stretch."""

    columns: tuple[Column, ...]
    lines: tuple[StretchLine, ...]


def stretches_of(performance: Performance, series: PlayerSeries, url: str) -> Stretches:
    """Cut a player's match at the snapshots; minutes are those nearest to them."""
    spans = list(pairwise((0, *performance.at_s)))
    found = [_figures(performance, series, spot, span) for spot, span in enumerate(spans)]
    known = [
        replace(by_key(key), kind=kind)
        for key, kind in KINDS.items()
        if any(one.get(key) is not None for one in found)
    ]
    lines = (
        StretchLine(
            said=f"{clock(start)}–{clock(end)}",
            href=f"{url}?from={start}&to={end}",
            cells=tuple(_cell(column, figures) for column in known),
        )
        for (start, end), figures in zip(spans, found, strict=True)
    )
    return Stretches(tuple(known), tuple(lines))


def _figures(
    performance: Performance, series: PlayerSeries, spot: int, span: tuple[int, int]
) -> Figures:
    found: Figures = {}
    if series.counters:
        counted = added(COUNTERS, series.counters, spot, spot + 1)
        found |= {"shots": counted["shots"], **aim_figures(counted)}
    if series.minutes:
        cut = cut_between(minute_ends(performance), *span)
        found |= path_figures(added(MINUTES, series.minutes, cut.first, cut.last))
    return found


def _cell(column: Column, figures: Figures) -> str:
    value = figures.get(column.key)
    return "" if value is None else written(value, column.decimals)
