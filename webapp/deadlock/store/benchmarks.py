"""The benchmarks snapshot: one versioned set, kept as an object and held in the process.

Nothing here works anything out.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

import msgspec

from webapp.deadlock.domain.benchmarks import Benchmarks, ItemTimes
from webapp.matchroom.snapshots import KeptSnapshots, SpreadRow, rows_of, spreads_in

NAME: Final = "deadlock-benchmarks"


class _ItemRow(msgspec.Struct, frozen=True, array_like=True):
    hero_id: int
    item_id: int
    below_s: float
    median_s: float
    above_s: float
    n: int


class _Kept(msgspec.Struct, frozen=True):
    """A snapshot as it lies in storage; one of an older kind has no times of items."""

    version: str
    computed_at: datetime | None
    matches: int
    spreads: list[SpreadRow]
    item_times: list[_ItemRow] = []
    counted: list[int] = []


def _encode(made: Benchmarks) -> bytes:
    items = [
        _ItemRow(*key, one.below_s, one.median_s, one.above_s, one.n)
        for key, one in made.items.items()
    ]
    spreads, counted = rows_of(made.spreads), sorted(made.counted)
    kept = _Kept(made.version, made.computed_at, made.matches, spreads, items, counted)
    return msgspec.json.encode(kept)


def _decode(body: bytes) -> Benchmarks:
    kept = msgspec.json.decode(body, type=_Kept)
    return Benchmarks(
        kept.version,
        kept.computed_at,
        kept.matches,
        spreads_in(kept.spreads),
        {
            (row.hero_id, row.item_id): ItemTimes(row.below_s, row.median_s, row.above_s, row.n)
            for row in kept.item_times
        },
        frozenset(kept.counted),
    )


_kept: Final = KeptSnapshots(NAME, _encode, _decode, Benchmarks(version="none"))
load_benchmarks, forget_benchmarks = _kept.load, _kept.forget
place_benchmarks, save_benchmarks = _kept.place, _kept.save
current_version, forget_old = _kept.current_version, _kept.forget_old
