"""The tables of all twelve over the chosen stretch."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.deadlock.domain.analysis import Performance
from webapp.deadlock.domain.analysis.performance import PlayerSeries
from webapp.deadlock.domain.analysis.performance.records import BLOWS, COUNTERS, MINUTES, RANGES
from webapp.deadlock.domain.analysis.performance.values import (
    Figures,
    added,
    aim_figures,
    over,
    path_figures,
)
from webapp.deadlock.domain.combat.cut import Cut
from webapp.deadlock.domain.metrics_over import Window
from webapp.deadlock.domain.words import SIDE_NAMES
from webapp.deadlock.pages.performance.columns import PLANS, Column, Plan
from webapp.deadlock.pages.performance.people import Person
from webapp.deadlock.pages.performance.window import said
from webapp.matchroom.moment import Moment

WHAT = {"aim": "sample", "blows": "sample", "minutes": "minute"}
CSV = {"aim": "counters", "blows": "blows", "minutes": "minutes"}
NEAR, MIDDLE, FAR = RANGES[:1], RANGES[1:3], RANGES[3:]


@dataclass(frozen=True, slots=True)
class Cell:
    """One number as written; `percent` is of the column's largest, None without a bar."""

    text: str
    kind: str
    percent: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One player's numbers."""

    person: Person
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class SideRows:
    """One side's rows."""

    side: str
    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class FigureTable:
    """One table; without sides, `said` tells why."""

    key: str
    csv: str
    title: str
    said: str
    columns: tuple[Column, ...]
    sides: tuple[SideRows, ...]


def figure_tables(
    performance: Performance, window: Window, moment: Moment, people: tuple[Person, ...]
) -> tuple[FigureTable, ...]:
    """Give every table, in the order of PLANS."""
    series = {one.slot: one for one in performance.series}
    return tuple(_table(plan, series, _cut(window, plan), moment, people) for plan in PLANS)


def _cut(window: Window, plan: Plan) -> Cut:
    return {"aim": window.aim, "blows": window.blows, "minutes": window.minutes}[plan.series]


def _table(
    plan: Plan,
    series: dict[int, PlayerSeries],
    cut: Cut,
    moment: Moment,
    people: tuple[Person, ...],
) -> FigureTable:
    figures = {one.slot: _figures(plan, series[one.slot], cut) for one in people}
    begun = cut.from_s < cut.to_s or moment == Moment()
    columns = _known(plan.columns, figures) if begun else ()
    words = said(cut, moment, WHAT[plan.series])
    if columns:
        unknown = [column.label for column in plan.columns if column not in columns]
        words += f"; not recorded: {', '.join(unknown)}" if unknown else ""
    elif begun or not any(figures.values()):
        words = plan.missing
    sides = _sides(columns, figures, people) if columns else ()
    return FigureTable(plan.key, CSV[plan.series], plan.title, words, columns, sides)


def _known(columns: tuple[Column, ...], figures: dict[int, Figures]) -> tuple[Column, ...]:
    """Keep the columns at least one player has a number in."""
    return tuple(
        column
        for column in columns
        if any(one.get(column.key) is not None for one in figures.values())
    )


def _figures(plan: Plan, series: PlayerSeries, cut: Cut) -> Figures:
    """Work out everything a table may show of one player over a stretch."""
    if plan.series == "aim":
        if not series.counters:
            return {}
        sums = added(COUNTERS, series.counters, cut.first, cut.last)
        return {**sums, **aim_figures(sums), **_ranges(sums)}
    if plan.series == "blows":
        return {**added(BLOWS, series.blows, cut.first, cut.last)} if series.blows else {}
    if not series.minutes:
        return {}
    sums = added(MINUTES, series.minutes, cut.first, cut.last)
    return {key: None if value < 0 else value for key, value in sums.items()} | path_figures(sums)


def _ranges(sums: dict[str, int]) -> Figures:
    """Share damage of guns and of abilities by three steps of range."""
    found: Figures = {}
    for what in ("gun", "ability"):
        total = sum(sums[f"{what}_dealt_{most}"] for most in RANGES)
        for word, steps in (("near", NEAR), ("middle", MIDDLE), ("far", FAR)):
            part = sum(sums[f"{what}_dealt_{most}"] for most in steps)
            found[f"{what}_{word}"] = over(part, total, 100)
    return found


def _sides(
    columns: tuple[Column, ...], figures: dict[int, Figures], people: tuple[Person, ...]
) -> tuple[SideRows, ...]:
    largest = {
        column.key: max((one.get(column.key) or 0 for one in figures.values()), default=0)
        for column in columns
    }
    return tuple(
        SideRows(
            side,
            SIDE_NAMES[side],
            tuple(
                Row(one, tuple(_cell(column, figures[one.slot], largest) for column in columns))
                for one in people
                if one.side == side
            ),
        )
        for side in ("a", "b")
    )


def _cell(column: Column, figures: Figures, largest: dict[str, float]) -> Cell:
    value, most = figures.get(column.key), largest[column.key]
    if value is None:
        return Cell("", column.kind)
    kind = f"{column.kind} most" if value and value == most else column.kind
    percent = round(100 * value / most) if column.bar and most else 0
    return Cell(written(value, column.decimals), kind, percent if column.bar else None)


def written(value: float, decimals: int) -> str:
    """Write a number with thousands separators and so many decimals."""
    return f"{value:,.{decimals}f}"
