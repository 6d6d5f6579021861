"""How heroes fare over all kept matches: the list, and one hero by lane, side and enemy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from webapp.deadlock.domain.across.counting import counted
from webapp.matchplay.shares import Share, share_of

if TYPE_CHECKING:
    import polars as pl

TYPICAL = ("souls_per_minute", "damage_per_minute", "kills", "deaths", "assists")


@dataclass(frozen=True, slots=True)
class HeroRow:
    """One hero of the list: in how many matches, the share won, and medians of a few metrics.

    `matches` counts each time the hero was played; `share` only those somebody won.
    """

    hero_id: int
    matches: int
    share: Share
    souls_per_minute: float | None
    damage_per_minute: float | None
    kills: float | None
    deaths: float | None
    assists: float | None


@dataclass(frozen=True, slots=True)
class Part:
    """The share won in a part of a hero's matches, named by lane, side or enemy hero."""

    name: str
    matches: int
    share: Share


@dataclass(frozen=True, slots=True)
class HeroFacts:
    """One hero over all matches that count."""

    matches: int
    share: Share
    lanes: tuple[Part, ...]
    sides: tuple[Part, ...]
    enemies: tuple[Part, ...]


def hero_rows(players: pl.LazyFrame, band: str | None = None) -> tuple[HeroRow, ...]:
    """Give every hero that was played, most often first."""
    import polars as pl

    medians = [pl.col(f"m_{key}").median() for key in TYPICAL]
    found = counted(players, band).group_by("hero_id").agg(pl.len(), *_won(), *medians)
    rows = found.sort(["len", "hero_id"], descending=[True, False]).collect().iter_rows()
    return tuple(HeroRow(row[0], row[1], share_of(row[2], row[3]), *row[4:]) for row in rows)


def count_matches(players: pl.LazyFrame, band: str | None = None) -> int:
    """Count the matches that count."""
    import polars as pl

    return int(counted(players, band).select(pl.col("match_id").n_unique()).collect().item())


def hero_facts(players: pl.LazyFrame, hero_id: int, band: str | None = None) -> HeroFacts:
    """Tell one hero's matches by lane, by side and by enemy hero, most frequent first."""
    import polars as pl

    rows = counted(players, band).select("match_id", "side", "hero_id", "lane", "won")
    own = rows.filter(pl.col("hero_id") == hero_id).collect()
    decided = own["won"].drop_nulls()
    return HeroFacts(
        matches=own.height,
        share=share_of(int(decided.sum()), len(decided)),
        lanes=_parts(own.filter(pl.col("lane").is_not_null()), "lane"),
        sides=_parts(own, "side"),
        enemies=_parts(_against(own, rows), "enemy"),
    )


def _against(own: pl.DataFrame, rows: pl.LazyFrame) -> pl.DataFrame:
    """Pair each of a hero's matches with every enemy in it."""
    import polars as pl

    enemies = rows.select("match_id", pl.col("side").alias("theirs"), pl.col("hero_id"))
    pairs = own.lazy().select("match_id", "side", "won").join(enemies, on="match_id")
    return (
        pairs.filter(pl.col("side") != pl.col("theirs"))
        .with_columns(enemy=pl.col("hero_id").cast(pl.String))
        .collect()
    )


def _parts(frame: pl.DataFrame, name: str) -> tuple[Part, ...]:
    import polars as pl

    found = frame.group_by(name).agg(pl.len(), *_won())
    rows = found.sort(["len", name], descending=[True, False]).iter_rows()
    return tuple(Part(row[0], row[1], share_of(row[2], row[3])) for row in rows)


def _won() -> tuple[pl.Expr, pl.Expr]:
    """Give wins, and how many were decided."""
    import polars as pl

    return pl.col("won").sum().alias("wins"), pl.col("won").count().alias("decided")
