"""What is usual for a hero: the spread of each metric over all kept matches, and item times.

Pure: figures in, a place among them out. Where the snapshot is kept is the store's business.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

import numpy as np
from numpy.typing import NDArray

from webapp.deadlock.domain.catalogue import BADGE_STEPS

POINTS: Final = 41
"""Values kept of one spread: every 2.5 per cent; a smaller set is kept whole."""

ALL_HEROES: Final = 0
"""Stands for every hero together where a hero's id is asked for."""


@dataclass(frozen=True, slots=True)
class Band:
    """Ranks taken together: tiers `first` to `last` of the average rank of a side."""

    key: str
    first: int
    last: int


BANDS: Final = (
    Band("1-2", 1, 2),
    Band("3-4", 3, 4),
    Band("5-6", 5, 6),
    Band("7-8", 7, 8),
    Band("9-11", 9, 11),
)


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a value stands: the per cent of others below it (ties by half), of how many."""

    percentile: float
    n: int
    median: float


@dataclass(frozen=True, slots=True)
class Spread:
    """`n` values, told by at most POINTS of them, rising and evenly placed from least to most."""

    n: int
    values: tuple[float, ...]

    @property
    def median(self) -> float:
        """Give the middle value."""
        return self.at(0.5)

    def at(self, share: float) -> float:
        """Give the value that this share of all lies below."""
        if len(self.values) == 1:
            return self.values[0]
        place = share * (len(self.values) - 1)
        low = min(int(place), len(self.values) - 2)
        return self.values[low] + (self.values[low + 1] - self.values[low]) * (place - low)

    def place(self, value: float) -> Placed:
        """Say where a value stands among these."""
        first, past = bisect_left(self.values, value), bisect_right(self.values, value)
        if len(self.values) == 1:
            return Placed(50.0 * (first + past), self.n, self.median)
        low = self._below(first, value)
        high = self._below(past, value) if past == first else (past - 1) / self._last
        return Placed(100 * min(1.0, max(0.0, (low + high) / 2)), self.n, self.median)

    @property
    def _last(self) -> int:
        return max(1, len(self.values) - 1)

    def _below(self, spot: int, value: float) -> float:
        """Give the share below a value that would stand at `spot`."""
        if spot == 0:
            return 0.0
        if spot == len(self.values):
            return 1.0
        low, high = self.values[spot - 1], self.values[spot]
        return (spot - 1 + (value - low) / (high - low)) / self._last


@dataclass(frozen=True, slots=True)
class Benchmarks:
    """One snapshot of what is usual. `version` is "none" when none was ever worked out.

    `spreads` is by hero, band (None: all ranks) and metric; `items` by hero and item.
    """

    version: str
    computed_at: datetime | None = None
    matches: int = 0
    spreads: dict[tuple[int, str | None, str], Spread] = field(default_factory=dict)
    items: dict[tuple[int, int], tuple[float, int]] = field(default_factory=dict)

    def place(
        self, hero_id: int, band: str | None, metric_key: str, value: float | None
    ) -> Placed | None:
        """Say where a value stands among the same hero's; None when nothing is known."""
        spread = self.spreads.get((hero_id, band, metric_key))
        return spread.place(value) if spread and value is not None else None

    def item_time(self, hero_id: int, item_id: int) -> tuple[float, int] | None:
        """Give the median second a hero buys an item at, and of how many who bought it."""
        return self.items.get((hero_id, item_id))


def band_of(badge: int | None) -> str | None:
    """Give the band of an average rank (tier * 10 + step); None when there is none."""
    tier = (badge or 0) // BADGE_STEPS
    return next((band.key for band in BANDS if band.first <= tier <= band.last), None)


def spread_of(values: Sequence[float] | NDArray[np.floating]) -> Spread:
    """Tell values by a few of them: type 7 quantiles, or all when there are few.

    Hyndman and Fan (1996), The American Statistician 50:361-365. Raises ValueError for none.
    """
    if not len(values):
        raise ValueError("a spread needs a value")
    rising = np.sort(np.asarray(values, dtype=np.float64))
    if len(rising) > POINTS:
        rising = np.quantile(rising, np.linspace(0, 1, POINTS))
    return Spread(len(values), tuple(float(f"{value:.6g}") for value in rising))
