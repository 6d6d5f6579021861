"""What is usual for each hero, out of the rows of many matches: spreads of metrics, item times."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

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
    import polars as pl

    metrics = [pl.col(f"m_{key}").cast(pl.Float64) for key in KEYS]
    frame = counted(players).select("hero_id", band_column().alias("band"), *metrics).collect()
    heroes, bands = frame["hero_id"].to_numpy(), frame["band"].to_numpy()
    values = frame.drop("hero_id", "band").to_numpy()
    found: dict[Key, Spread] = {}
    for hero_id in (ALL_HEROES, *frame["hero_id"].unique()):
        own = (heroes == hero_id) | (hero_id == ALL_HEROES)
        for band in (None, *frame["band"].drop_nulls().unique()):
            rows = values[own & (bands == band)] if band is not None else values[own]
            found |= {(hero_id, band, key): spread for key, spread in _spreads(rows)}
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


def _spreads(rows: NDArray[np.float64]) -> Iterator[tuple[str, Spread]]:
    """Give each metric's spread of rows that have it; what a match does not know is no number."""
    for key, column in zip(KEYS, rows.T, strict=True):
        known = column[~np.isnan(column)]
        if len(known):
            yield key, spread_of(known)
