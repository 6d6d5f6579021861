"""What is usual for a hero: the spread of each metric over all kept matches, and item times.

Pure: figures in, a place among them out. Where the snapshot is kept is the store's business.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from webapp.deadlock.domain.catalogue import BADGE_STEPS
from webapp.matchplay.spreads import Placed, Spread

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
