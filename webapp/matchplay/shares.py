"""A share of so many, with how sure one can be of it."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import Final

SMALL: Final = 20
"""Below so many a share says little, and a page says so."""


@dataclass(frozen=True, slots=True)
class Share:
    """Wins of `n` decided, in whole per cent; the interval is Wilson's at 95 %."""

    wins: int
    n: int
    percent: int | None
    low: int
    high: int

    @property
    def small(self) -> bool:
        """Say whether there are too few to believe it."""
        return self.n < SMALL


def share_of(wins: int, n: int) -> Share:
    """Give a share with its interval; no per cent of none."""
    low, high = wilson(wins, n)
    return Share(wins, n, round(100 * wins / n) if n else None, round(low * 100), round(high * 100))


def wilson(wins: int, n: int, z: float = 1.96) -> tuple[float, float]:
    """Give Wilson's score interval for a share: low and high, 0 to 1; (0, 1) for n = 0.

    Wilson (1927), J. Am. Stat. Assoc. 22:209-212.
    """
    if n == 0:
        return 0.0, 1.0
    share, square = wins / n, z * z
    centre = share + square / (2 * n)
    reach = z * sqrt(share * (1 - share) / n + square / (4 * n * n))
    return max(0.0, (centre - reach) / (1 + square / n)), min(
        1.0, (centre + reach) / (1 + square / n)
    )
