"""A chart as numbers: its table, and what is said when a sample is pointed at."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from webapp.matchplay.charts.axis import Axis
from webapp.matchplay.charts.series import Series
from webapp.matchplay.charts.view import ChartTable, Hit, TableHead, TableRow

MOST_HITS = 80


def table_of(
    series: Sequence[Series], axis: Axis, form: str, base_url: str, x_word: str
) -> ChartTable:
    """Write every named series at every x; what has no sample there stays empty."""
    named = [one for one in series if one.name]
    values = [_cells(one, form) for one in named]
    return ChartTable(
        x_word=x_word,
        heads=tuple(TableHead(one.name, one.href) for one in named),
        rows=tuple(
            TableRow(
                axis.word(x),
                _moment_url(base_url, x) if axis.kind == "clock" else "",
                tuple(found.get(x, "") for found in values),
            )
            for x in sorted({x for found in values for x in found})
        ),
    )


def hits_of(series: Sequence[Series], axis: Axis, table: ChartTable) -> tuple[Hit, ...]:
    """Give every x a place to point at, reaching half way to its neighbours."""
    xs = sorted({x for one in series if one.name for x, value in one.points if value is not None})
    if len(xs) > MOST_HITS:
        return ()
    places = [axis.x(x) for x in xs]
    edges = [0.0, *((a + b) / 2 for a, b in pairwise(places)), 100.0]
    return tuple(
        Hit(
            x=round(edges[number], 2),
            width=round(edges[number + 1] - edges[number], 2),
            text=_said(row, table),
            href=row.href,
        )
        for number, row in enumerate(table.rows)
    )


def _said(row: TableRow, table: ChartTable) -> str:
    told = [
        f"{head.text} {cell}" for head, cell in zip(table.heads, row.cells, strict=True) if cell
    ]
    return f"{row.word}: {', '.join(told)}"


def _moment_url(base_url: str, x: float) -> str:
    if not base_url:
        return ""
    return f"{base_url}{'&' if '?' in base_url else '?'}t={int(x)}"


def _cells(series: Series, form: str) -> dict[float, str]:
    """Write a series by its x, with how many stand behind each point where that is told."""
    counts: Sequence[int | None] = series.counts or [None] * len(series.points)
    return {
        x: _written(value, form) + ("" if count is None else f", n {count:,}")
        for (x, value), count in zip(series.points, counts, strict=True)
        if value is not None
    }


def _written(value: float, form: str) -> str:
    if form == "share":
        return f"{value * 100:.0f} %"
    text = f"{value:,.2f}" if form == "decimal" else f"{value:,.0f}"
    return text.replace("-", "−")
