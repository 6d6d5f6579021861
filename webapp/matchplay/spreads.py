"""Where a figure stands among many others: spreads of values, and places in them as drawn.

Pure: values in, a place out. What the values are, and of whom, is a game's to say.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from webapp.matchplay.shares import SMALL

POINTS: Final = 41
"""Values kept of one spread: every 2.5 per cent; a smaller set is kept whole."""
NOBODY: Final = 0.05
EVERYBODY: Final = 99.95


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a value stands: the per cent of others below it (ties by half), of how many."""

    percentile: float
    n: int
    median: float


@dataclass(frozen=True, slots=True)
class Spread:
    """`n` values, told by at most POINTS of them, rising and evenly placed from least to most.

    A process holds tens of thousands of spreads, a million numbers: see `packed`.
    """

    n: int
    values: Sequence[float]

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
        """Say where a value stands among these; it is as fine as they are, so that equals tie."""
        value = _fine(value)
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


class Standing(Protocol):
    """A place among so many, whoever worked it out."""

    @property
    def percentile(self) -> float:
        """Give the per cent below."""

    @property
    def n(self) -> int:
        """Say of how many."""


@dataclass(frozen=True, slots=True)
class Place:
    """A percentile as drawn: `percent` along the bar, None when too few; and in words."""

    percent: float | None
    said: str
    median: str = ""


def spread_of(values: Sequence[float] | NDArray[np.floating]) -> Spread:
    """Tell values by a few of them: type 7 quantiles, or all when there are few.

    Hyndman and Fan (1996), The American Statistician 50:361-365. Raises ValueError for none.
    """
    if not len(values):
        raise ValueError("a spread needs a value")
    rising = np.sort(np.asarray(values, dtype=np.float64))
    if len(rising) > POINTS:
        rising = np.quantile(rising, np.linspace(0, 1, POINTS))
    return Spread(len(values), array("d", (_fine(value) for value in rising)))


def place_said(placed: Standing, median: str) -> Place:
    """Say a place with its n; too few give none."""
    if placed.n < SMALL:
        return Place(None, f"of {placed.n:,} game{'' if placed.n == 1 else 's'}; too few to judge")
    return Place(round(placed.percentile, 1), _said(placed), median)


def _fine(value: float) -> float:
    """Keep six digits: the noise of a division is no difference."""
    return float(f"{value:.6g}")


def _said(placed: Standing) -> str:
    if placed.percentile <= NOBODY:
        return f"below all {placed.n:,}"
    if placed.percentile >= EVERYBODY:
        return f"above all {placed.n:,}"
    return f"above {placed.percentile:.0f}% of {placed.n:,}"
