"""What is usual for a hero: the spread of each metric over all kept matches, and item times.

Pure: figures in, a place among them out. Where the snapshot is kept is the store's business.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

import msgspec

from webapp.deadlock.domain.catalogue import BADGE_STEPS
from webapp.matchplay.packed import SpreadKey, place_in, real_numbers, whole_numbers
from webapp.matchplay.spreads import Placed, Spread

ALL_HEROES: Final = 0
"""Stands for every hero together where a hero's id is asked for."""
ITEM_BITS: Final = 32
ITEM_MASK: Final = (1 << ITEM_BITS) - 1


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
class ItemTimes:
    """Seconds a hero buys an item at: the median of `n`, and those next below and above it.

    Of an even number the median lies between the two, which are the middle ones.
    """

    below_s: float
    median_s: float
    above_s: float
    n: int

    def without(self, at_s: float) -> tuple[float, int] | None:
        """Give the median of all others and how many; None when there are none."""
        if self.n <= 1:
            return None
        return self._median_without(at_s), self.n - 1

    def _median_without(self, at_s: float) -> float:
        if self.n % 2 == 0:
            return self.above_s if at_s <= self.below_s else self.below_s
        if at_s == self.median_s:
            return (self.below_s + self.above_s) / 2
        next_to_it = self.above_s if at_s < self.median_s else self.below_s
        return (self.median_s + next_to_it) / 2


class PackedItems(msgspec.Struct, frozen=True):
    """Times of items as they lie in storage, by rising hero and item: three times, one count."""

    codes: memoryview
    times: memoryview
    counts: memoryview


class ItemTable(Mapping[tuple[int, int], ItemTimes]):
    """Times of items by hero and item; each is made when it is asked for."""

    def __init__(self, packed: PackedItems) -> None:
        """Take them as they lie in storage; raises ValueError or TypeError for no such bytes."""
        self._codes, self._counts = packed.codes.cast("q"), packed.counts.cast("q")
        self._times = packed.times.cast("d")

    def __getitem__(self, key: tuple[int, int]) -> ItemTimes:
        """Give the times of one item; raises KeyError."""
        place = place_in(self._codes, _code(key))
        if place is None:
            raise KeyError(key)
        below_s, median_s, above_s = self._times[3 * place : 3 * place + 3]
        return ItemTimes(below_s, median_s, above_s, self._counts[place])

    def __iter__(self) -> Iterator[tuple[int, int]]:
        """Give all keys."""
        for code in self._codes:
            yield code >> ITEM_BITS, code & ITEM_MASK

    def __len__(self) -> int:
        """Count them."""
        return len(self._codes)


def pack_items(items: Mapping[tuple[int, int], ItemTimes]) -> PackedItems:
    """Pack times of items."""
    coded = sorted((_code(key), one) for key, one in items.items())
    return PackedItems(
        codes=whole_numbers(code for code, _ in coded),
        times=real_numbers(s for _, one in coded for s in (one.below_s, one.median_s, one.above_s)),
        counts=whole_numbers(one.n for _, one in coded),
    )


def _code(key: tuple[int, int]) -> int:
    hero_id, item_id = key
    return hero_id << ITEM_BITS | item_id


@dataclass(frozen=True, slots=True)
class Benchmarks:
    """One snapshot of what is usual. `version` is "none" when none was ever worked out.

    `spreads` is by hero, band (None: all ranks) and metric; `items` by hero and item. `counted`
    are the matches it was worked out from.
    """

    version: str
    computed_at: datetime | None = None
    matches: int = 0
    spreads: Mapping[SpreadKey, Spread] = field(default_factory=dict)
    items: Mapping[tuple[int, int], ItemTimes] = field(default_factory=dict)
    counted: AbstractSet[int] = frozenset()

    def place(
        self, hero_id: int, band: str | None, metric_key: str, value: float | None
    ) -> Placed | None:
        """Say where a value stands among the same hero's; None when nothing is known."""
        spread = self.spreads.get((hero_id, band, metric_key))
        return spread.place(value) if spread and value is not None else None

    def item_time(
        self, hero_id: int, item_id: int, *, but: float | None = None
    ) -> tuple[float, int] | None:
        """Give the median second a hero buys an item at, and of how many who bought it.

        `but` is a time that was counted and shall not be: a match is no measure of itself.
        """
        times = self.items.get((hero_id, item_id))
        if times is None:
            return None
        return (times.median_s, times.n) if but is None else times.without(but)


def band_of(badge: int | None) -> str | None:
    """Give the band of an average rank (tier * 10 + step); None when there is none."""
    tier = (badge or 0) // BADGE_STEPS
    return next((band.key for band in BANDS if band.first <= tier <= band.last), None)
