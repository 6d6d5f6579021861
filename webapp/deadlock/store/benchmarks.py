"""The benchmarks snapshot: one versioned set, kept as an object and held in the process.

Read once a process and again when a newer one is current; nothing here works anything out.
"""

from __future__ import annotations

import hashlib
import threading
import time
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

import msgspec
import structlog
import zstandard
from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert

from webapp.core.db import db, utc_now
from webapp.core.models import Dataset
from webapp.core.objects import ObjectMissing, current_objects
from webapp.deadlock.domain.benchmarks import Benchmarks, Spread

log = structlog.get_logger()
NAME: Final = "deadlock-benchmarks"
NONE: Final = Benchmarks(version="none")
LOOK_AGAIN_S: Final = 15.0
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


@dataclass(slots=True)
class _Held:
    """The snapshot this process holds, and when it last looked for a newer one."""

    snapshot: Benchmarks = NONE
    looked_at: float = float("-inf")
    lock: threading.Lock = field(default_factory=threading.Lock)


_held = _Held()


def load_benchmarks() -> Benchmarks:
    """Give the current snapshot; an empty one of version "none" when there never was one."""
    if time.monotonic() - _held.looked_at < LOOK_AGAIN_S:
        return _held.snapshot
    with _held.lock:
        _held.looked_at = time.monotonic()
        row = _current()
        if row is None:
            _held.snapshot = NONE
        elif row.version != _held.snapshot.version:
            _held.snapshot = _read(row.object_key) or _held.snapshot
    return _held.snapshot


def forget_benchmarks() -> None:
    """Make the next reader look for a newer snapshot."""
    _held.looked_at = float("-inf")


def current_version() -> str | None:
    """Name the current snapshot; None when there is none."""
    row = _current()
    return row.version if row else None


def place_benchmarks(made: Benchmarks) -> str:
    """Write a snapshot under a name made of its content; touches no row."""
    body = zstandard.ZstdCompressor(level=9).compress(msgspec.json.encode(_kept(made)))
    key = f"datasets/{NAME}/{hashlib.sha256(body).hexdigest()[:16]}.json.zst"
    current_objects().put(key, body)
    return key


def save_benchmarks(made: Benchmarks, key: str) -> None:
    """Make a placed snapshot the current one, in the caller's transaction."""
    others = update(Dataset).where(Dataset.name == NAME, Dataset.version != made.version)
    db.session.execute(others.values(current=False))
    row = {
        "fetched_at": made.computed_at or utc_now(),
        "object_key": key,
        "sha256": key.rsplit("/", 1)[-1],
        "current": True,
    }
    new = insert(Dataset).values(name=NAME, version=made.version, **row)
    db.session.execute(new.on_conflict_do_update(index_elements=["name", "version"], set_=row))
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


def _current() -> Dataset | None:
    return db.session.scalar(select(Dataset).where(Dataset.name == NAME, Dataset.current.is_(True)))


def _kept(made: Benchmarks) -> _Kept:
    return _Kept(
        made.version,
        made.computed_at,
        made.matches,
        [_SpreadRow(*key, one.n, one.values) for key, one in made.spreads.items()],
        [_ItemRow(*key, *one) for key, one in made.items.items()],
    )


def _read(key: str) -> Benchmarks | None:
    try:
        body = zstandard.ZstdDecompressor().decompress(current_objects().get(key))
        kept = msgspec.json.decode(body, type=_Kept)
    except (ObjectMissing, msgspec.DecodeError) as wrong:
        log.warning("benchmarks cannot be read", key=key, reason=str(wrong))
        return None
    return Benchmarks(
        kept.version,
        kept.computed_at,
        kept.matches,
        {(row.hero_id, row.band, row.metric): Spread(row.n, row.values) for row in kept.spreads},
        {(row.hero_id, row.item_id): (row.median_s, row.n) for row in kept.items},
    )
