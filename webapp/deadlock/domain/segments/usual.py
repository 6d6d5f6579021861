"""What is usual for each hero, out of the rows of many matches: spreads of metrics, item times."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from webapp.deadlock.domain.benchmarks import BANDS, POINTS, Spread, spread_of
from webapp.deadlock.domain.catalogue import BADGE_STEPS
from webapp.deadlock.domain.metrics import KEYS

if TYPE_CHECKING:
    import polars as pl

Key = tuple[int, str | None, str]


def usual_mark() -> str:
    """Name how it is worked out: another name makes an old snapshot old."""
    return hashlib.sha256(repr((KEYS, POINTS, BANDS)).encode()).hexdigest()[:8]


def spreads_of(players: pl.LazyFrame) -> dict[Key, Spread]:
    """Give the spread of every metric by hero and rank band, and over all ranks (band None)."""
    import polars as pl

    frame = (
        players.filter(pl.col("ordinary"))
        .select("hero_id", _band().alias("band"), *(f"m_{key}" for key in KEYS))
        .collect()
    )
    found: dict[Key, Spread] = {}
    for (hero_id,), rows in frame.partition_by("hero_id", as_dict=True).items():
        found |= {(hero_id, None, key): spread for key, spread in _spreads(rows)}
        for (band,), part in rows.partition_by("band", as_dict=True).items():
            if band is not None:
                found |= {(hero_id, band, key): spread for key, spread in _spreads(part)}
    return found


def item_times_of(items: pl.LazyFrame) -> dict[tuple[int, int], tuple[float, int]]:
    """Give by hero and item the median second of a player's first purchase, and of how many."""
    import polars as pl

    first = (
        items.filter(pl.col("ordinary"))
        .group_by("hero_id", "item_id", "match_id", "slot")
        .agg(pl.col("at_s").min())
    )
    medians = first.group_by("hero_id", "item_id").agg(pl.col("at_s").median(), pl.len())
    return {(row[0], row[1]): (row[2], row[3]) for row in medians.collect().iter_rows()}


def _spreads(rows: pl.DataFrame) -> Iterator[tuple[str, Spread]]:
    for key in KEYS:
        values = rows[f"m_{key}"].drop_nulls().drop_nans()
        if len(values):
            yield key, spread_of(values.to_numpy())


def _band() -> pl.Expr:
    import polars as pl

    tier = pl.col("badge") // BADGE_STEPS
    named = pl.lit(None, dtype=pl.String)
    for band in BANDS:
        named = (
            pl.when(tier.is_between(band.first, band.last)).then(pl.lit(band.key)).otherwise(named)
        )
    return named
