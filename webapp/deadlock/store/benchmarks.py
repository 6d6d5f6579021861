"""The benchmarks snapshot: one versioned set, kept as an object and held in the process.

Nothing here works anything out.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

import msgspec

from webapp.deadlock.domain.benchmarks import Benchmarks, ItemTable, PackedItems, pack_items
from webapp.matchplay.packed import Ids, PackedSpreads, SpreadTable, pack_spreads, whole_numbers
from webapp.matchroom.snapshots import KeptSnapshots

NAME: Final = "deadlock-benchmarks"


class _Kept(msgspec.Struct, frozen=True):
    """A snapshot as it lies in storage; the matches that count by rising id."""

    version: str
    computed_at: datetime | None
    matches: int
    spreads: PackedSpreads
    items: PackedItems
    counted: memoryview


def _encode(made: Benchmarks) -> bytes:
    kept = _Kept(
        made.version,
        made.computed_at,
        made.matches,
        pack_spreads(made.spreads),
        pack_items(made.items),
        whole_numbers(sorted(made.counted)),
    )
    return msgspec.msgpack.encode(kept)


def _decode(body: bytes) -> Benchmarks:
    kept = msgspec.msgpack.decode(body, type=_Kept)
    return Benchmarks(
        kept.version,
        kept.computed_at,
        kept.matches,
        SpreadTable(kept.spreads),
        ItemTable(kept.items),
        Ids(kept.counted),
    )


_kept: Final = KeptSnapshots(NAME, _encode, _decode, Benchmarks(version="none"))
load_benchmarks, forget_benchmarks = _kept.load, _kept.forget
place_benchmarks, save_benchmarks = _kept.place, _kept.save
current_version, forget_old = _kept.current_version, _kept.forget_old
