"""Which rows a statistic counts: ordinary matches, of a rank band when one is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from webapp.deadlock.domain.benchmarks import BANDS
from webapp.deadlock.domain.catalogue import BADGE_STEPS

if TYPE_CHECKING:
    import polars as pl


def counted(frame: pl.LazyFrame, band: str | None = None) -> pl.LazyFrame:
    """Leave out matches of other rules, and other ranks than the band's."""
    import polars as pl

    rows = frame.filter(pl.col("ordinary"))
    return rows if band is None else rows.filter(band_column() == band)


def band_column() -> pl.Expr:
    """Give the band of each row's average rank; null where there is none."""
    import polars as pl

    tier = pl.col("badge") // BADGE_STEPS
    named: pl.Expr = pl.lit(None, dtype=pl.String)
    for band in BANDS:
        inside = tier.is_between(band.first, band.last)
        named = pl.when(inside).then(pl.lit(band.key)).otherwise(named)
    return named
