"""What is usual for each hero, out of the rows of many matches: spreads of metrics, item times."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from webapp.deadlock.domain.across.counting import band_column, counted
from webapp.deadlock.domain.benchmarks import ALL_HEROES, BANDS, ItemTimes
from webapp.deadlock.domain.metrics import KEYS
from webapp.matchplay.packed import SpreadKey as Key
from webapp.matchplay.spreads import POINTS, Spread, spread_of

if TYPE_CHECKING:
    import polars as pl


def usual_mark() -> str:
    """Name how it is worked out: another name makes an old snapshot old."""
    return hashlib.sha256(repr((KEYS, POINTS, BANDS, ItemTimes.__slots__)).encode()).hexdigest()[:8]


def spreads_of(players: pl.LazyFrame) -> dict[Key, Spread]:
    """Give the spread of every metric by hero and rank band, and over all of either.

    Band None is all ranks, hero ALL_HEROES every hero.
    """
    columns = ["hero_id", band_column().alias("band"), *(f"m_{key}" for key in KEYS)]
    frame = counted(players).select(columns).collect()
    found = _by_band(ALL_HEROES, frame)
    for (hero_id,), rows in frame.partition_by("hero_id", as_dict=True).items():
        found |= _by_band(hero_id, rows)
    return found


def item_times_of(items: pl.LazyFrame) -> dict[tuple[int, int], ItemTimes]:
    """Give by hero and item the middle seconds of players' first purchases, and of how many."""
    import polars as pl

    bought = counted(items).group_by("hero_id", "item_id", "match_id", "slot")
    times, n = pl.col("at_s").sort(), pl.len().cast(pl.Int64)
    middle = bought.agg(pl.col("at_s").min()).group_by("hero_id", "item_id")
    found = middle.agg(
        below=times.get((n // 2 - 1).clip(0)),
        median=times.median(),
        above=times.get(pl.min_horizontal((n + 1) // 2, n - 1)),
        n=n,
    )
    return {(row[0], row[1]): ItemTimes(*row[2:]) for row in found.collect().iter_rows()}


def _by_band(hero_id: int, rows: pl.DataFrame) -> dict[Key, Spread]:
    found: dict[Key, Spread] = {(hero_id, None, key): spread for key, spread in _spreads(rows)}
    for (band,), part in rows.partition_by("band", as_dict=True).items():
        if band is not None:
            found |= {(hero_id, band, key): spread for key, spread in _spreads(part)}
    return found


def _spreads(rows: pl.DataFrame) -> Iterator[tuple[str, Spread]]:
    for key in KEYS:
        values = rows[f"m_{key}"].drop_nulls().drop_nans()
        if len(values):
            yield key, spread_of(values.to_numpy())
