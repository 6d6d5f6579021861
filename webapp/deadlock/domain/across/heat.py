"""Where a hero stood, summed over many matches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from webapp.deadlock.domain.across.counting import counted
from webapp.deadlock.domain.segments.heat import grid_of

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True, slots=True, eq=False)
class HeroHeat:
    """Seconds alive in each cell, row 0 north, and of how many times the hero was played."""

    matches: int
    seconds: NDArray[np.int64]


def hero_heat(
    heat: pl.LazyFrame,
    hero_id: int,
    *,
    side: str | None = None,
    phase: str | None = None,
    band: str | None = None,
) -> HeroHeat:
    """Sum where a hero stood: of one side or both, in one phase or all."""
    import polars as pl

    rows = counted(heat, band).filter(pl.col("hero_id") == hero_id)
    for name, chosen in (("side", side), ("phase", phase)):
        rows = rows.filter(pl.col(name) == chosen) if chosen else rows
    found = rows.select("match_id", "slot", "cell", "seconds").collect()
    sums = (
        found.select("cell", "seconds")
        .explode("cell", "seconds")
        .group_by("cell")
        .agg(pl.col("seconds").cast(pl.Int64).sum())
        .drop_nulls()
    )
    return HeroHeat(
        matches=found.select("match_id", "slot").n_unique() if found.height else 0,
        seconds=grid_of(sums["cell"].to_numpy(), sums["seconds"].to_numpy()),
    )
