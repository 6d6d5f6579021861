"""Tables of numbers by key, held as a few long arrays: what a snapshot of many rows is made of.

As tens of thousands of small objects a new snapshot would take the places it finds among those of
others, and leave as many holes behind; long arrays come and go whole.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, TypeAlias

import msgspec
import numpy as np

from webapp.matchplay.spreads import Spread

if TYPE_CHECKING:
    from numpy.typing import DTypeLike

SpreadKey: TypeAlias = tuple[int, str | None, str]
"""A hero, a rank band (None: all ranks) and a metric."""
WHOLE: DTypeLike = "<i8"
REAL: DTypeLike = "<f8"


def whole_numbers(values: Iterable[int]) -> memoryview:
    """Pack whole numbers, eight bytes each."""
    return memoryview(np.fromiter(values, WHOLE).tobytes())


def real_numbers(values: Iterable[float]) -> memoryview:
    """Pack numbers, eight bytes each."""
    return memoryview(np.fromiter(values, REAL).tobytes())


def place_in(rising: Sequence[int], number: int) -> int | None:
    """Say where a number stands among rising ones; None when it does not."""
    place = bisect_left(rising, number)
    return place if place < len(rising) and rising[place] == number else None


class PackedSpreads(msgspec.Struct, frozen=True):
    """Spreads as they lie in storage, by rising code of their keys.

    A code counts heroes, bands and metrics as the digits of one number. `ends` is where the
    values of each spread end among all `values`.
    """

    bands: tuple[str | None, ...]
    metrics: tuple[str, ...]
    codes: memoryview
    counts: memoryview
    ends: memoryview
    values: memoryview


def pack_spreads(spreads: Mapping[SpreadKey, Spread]) -> PackedSpreads:
    """Pack spreads."""
    bands = tuple(sorted({band for _, band, _ in spreads}, key=lambda band: band or ""))
    metrics = tuple(sorted({metric for *_, metric in spreads}))
    coded = sorted((_code(key, bands, metrics), spread) for key, spread in spreads.items())
    found = [spread for _, spread in coded]
    return PackedSpreads(
        bands,
        metrics,
        codes=whole_numbers(code for code, _ in coded),
        counts=whole_numbers(one.n for one in found),
        ends=whole_numbers(np.cumsum([len(one.values) for one in found], dtype=WHOLE)),
        values=real_numbers(value for one in found for value in one.values),
    )


class SpreadTable(Mapping[SpreadKey, Spread]):
    """Spreads by key; each is made when it is asked for."""

    def __init__(self, packed: PackedSpreads) -> None:
        """Take them as they lie in storage; raises ValueError or TypeError for no such bytes."""
        self._bands, self._metrics = packed.bands, packed.metrics
        self._codes, self._counts = packed.codes.cast("q"), packed.counts.cast("q")
        self._ends, self._values = packed.ends.cast("q"), packed.values.cast("d")

    def __getitem__(self, key: SpreadKey) -> Spread:
        """Give one spread; raises KeyError."""
        try:
            place = place_in(self._codes, _code(key, self._bands, self._metrics))
        except ValueError:
            place = None
        if place is None:
            raise KeyError(key)
        start = self._ends[place - 1] if place else 0
        return Spread(self._counts[place], self._values[start : self._ends[place]])

    def __iter__(self) -> Iterator[SpreadKey]:
        """Give all keys."""
        for code in self._codes:
            rest, metric = divmod(code, len(self._metrics))
            hero_id, band = divmod(rest, len(self._bands))
            yield hero_id, self._bands[band], self._metrics[metric]

    def __len__(self) -> int:
        """Count the spreads."""
        return len(self._codes)


class Ids(AbstractSet[int]):
    """Ids of things, packed."""

    def __init__(self, rising: memoryview) -> None:
        """Take them as they lie in storage, rising."""
        self._ids = rising.cast("q")

    def __contains__(self, one: object) -> bool:
        """Say whether it is one of them."""
        return isinstance(one, int) and place_in(self._ids, one) is not None

    def __iter__(self) -> Iterator[int]:
        """Give all, rising."""
        return iter(self._ids)

    def __len__(self) -> int:
        """Count them."""
        return len(self._ids)


def _code(key: SpreadKey, bands: Sequence[str | None], metrics: Sequence[str]) -> int:
    hero_id, band, metric = key
    return (hero_id * len(bands) + bands.index(band)) * len(metrics) + metrics.index(metric)
