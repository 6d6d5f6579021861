"""What a hero buys, how often and when, over all kept matches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from webapp.deadlock.domain.across.counting import counted
from webapp.matchplay.shares import Share, share_of

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One item: bought in how many of the hero's matches, and when the first time, in seconds.

    Half of them bought it between `early_s` and `late_s`. `won` is the share won with it, which
    says nothing of why.
    """

    item_id: int
    bought: int
    percent: int
    median_s: float
    early_s: float
    late_s: float
    won: Share


@dataclass(frozen=True, slots=True)
class ItemRows:
    """Everything a hero bought in `matches` matches, most often first."""

    matches: int
    rows: tuple[ItemRow, ...]


def item_rows(items: pl.LazyFrame, hero_id: int, band: str | None = None) -> ItemRows:
    """Give what a hero bought; of an item bought twice in a match the first time counts."""
    import polars as pl

    own = counted(items, band).filter(pl.col("hero_id") == hero_id)
    first = (
        own.group_by("item_id", "match_id", "slot")
        .agg(pl.col("at_s").min(), pl.col("won").first())
        .collect()
    )
    matches = first.select("match_id", "slot").n_unique()
    at_s = pl.col("at_s")
    found = first.group_by("item_id").agg(
        pl.len(),
        at_s.median().alias("median"),
        at_s.quantile(0.25, "linear").alias("early"),
        at_s.quantile(0.75, "linear").alias("late"),
        pl.col("won").sum().alias("wins"),
        pl.col("won").count().alias("decided"),
    )
    rows = found.sort(["len", "item_id"], descending=[True, False]).iter_rows(named=True)
    return ItemRows(matches, tuple(_row(row, matches) for row in rows))


def _row(row: dict[str, Any], matches: int) -> ItemRow:
    return ItemRow(
        item_id=row["item_id"],
        bought=row["len"],
        percent=round(100 * row["len"] / matches),
        median_s=row["median"],
        early_s=row["early"],
        late_s=row["late"],
        won=share_of(row["wins"], row["decided"]),
    )
