"""The benchmarks snapshot: one versioned set, kept as an object and held in the process.

Nothing here works anything out.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

import msgspec
import zstandard
from sqlalchemy import delete

from webapp.core.datasets import (
    HeldDataset,
    Placed,
    current_dataset,
    make_current,
    place_dataset,
)
from webapp.core.db import db, utc_now
from webapp.core.models import Dataset
from webapp.core.objects import current_objects
from webapp.deadlock.domain.benchmarks import Benchmarks, Spread

NAME: Final = "deadlock-benchmarks"
KEPT_OLD: Final = timedelta(days=2)


class _SpreadRow(msgspec.Struct, frozen=True, array_like=True):
    hero_id: int
    band: str | None
    metric: str
    n: int
    values: tuple[float, ...]


class _ItemRow(msgspec.Struct, frozen=True, array_like=True):
    hero_id: int
    item_id: int
    median_s: float
    n: int


class _Kept(msgspec.Struct, frozen=True):
    """A snapshot as it lies in storage."""

    version: str
    computed_at: datetime | None
    matches: int
    spreads: list[_SpreadRow]
    items: list[_ItemRow]


def load_benchmarks() -> Benchmarks:
    """Give the current snapshot; an empty one of version "none" when there never was one."""
    return _held.load()


def forget_benchmarks() -> None:
    """Make the next reader look for a newer snapshot."""
    _held.forget()


def current_version() -> str | None:
    """Name the current snapshot; None when there is none."""
    row = current_dataset(NAME)
    return row.version if row else None


def place_benchmarks(made: Benchmarks) -> Placed:
    """Write a snapshot under a name made of its content; touches no row."""
    body = zstandard.ZstdCompressor(level=9).compress(msgspec.json.encode(_kept(made)))
    return place_dataset(NAME, body, "json.zst")


def save_benchmarks(made: Benchmarks, placed: Placed) -> None:
    """Make a placed snapshot the current one, in the caller's transaction."""
    make_current(NAME, made.version, placed, made.computed_at or utc_now())
    forget_benchmarks()


def forget_old() -> None:
    """Delete snapshots that were replaced days ago. Commits."""
    old = delete(Dataset).where(
        Dataset.name == NAME,
        Dataset.current.is_(False),
        Dataset.fetched_at < utc_now() - KEPT_OLD,
    )
    keys = list(db.session.scalars(old.returning(Dataset.object_key)))
    db.session.commit()
    for key in keys:
        current_objects().delete(key)


def _kept(made: Benchmarks) -> _Kept:
    return _Kept(
        made.version,
        made.computed_at,
        made.matches,
        [_SpreadRow(*key, one.n, one.values) for key, one in made.spreads.items()],
        [_ItemRow(*key, *one) for key, one in made.items.items()],
    )


def _parse(_row: Dataset, body: bytes) -> Benchmarks:
    kept = msgspec.json.decode(zstandard.ZstdDecompressor().decompress(body), type=_Kept)
    return Benchmarks(
        kept.version,
        kept.computed_at,
        kept.matches,
        {(row.hero_id, row.band, row.metric): Spread(row.n, row.values) for row in kept.spreads},
        {(row.hero_id, row.item_id): (row.median_s, row.n) for row in kept.items},
    )


_held = HeldDataset(NAME, _parse, Benchmarks(version="none"))
