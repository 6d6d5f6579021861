"""What is usual, as worked out now and then: versions of one set, the current one held.

Here they are kept, read and forgotten. What is in a snapshot is the game's to say.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from sys import intern
from typing import Final, Generic, Protocol, TypeVar

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
from webapp.matchplay.spreads import Spread, packed

KEPT_OLD: Final = timedelta(days=2)
Spreads = Mapping[tuple[int, str | None, str], Spread]
"""By hero, rank band (None: all ranks) and metric."""


class Dated(Protocol):
    """A snapshot names itself and says when it was made."""

    @property
    def version(self) -> str:
        """Name what it was made of."""

    @property
    def computed_at(self) -> datetime | None:
        """Say when."""


Made = TypeVar("Made", bound=Dated)


class SpreadRow(msgspec.Struct, frozen=True, array_like=True):
    """One spread as it lies in storage; its values, a list, are read one spread at a time."""

    hero_id: int
    band: str | None
    metric: str
    n: int
    values: msgspec.Raw


class KeptSnapshots(Generic[Made]):
    """Snapshots of one name. `encode` and `decode` are to JSON and back; `none` is before any."""

    def __init__(
        self,
        name: str,
        encode: Callable[[Made], bytes],
        decode: Callable[[bytes], Made],
        none: Made,
    ) -> None:
        """Hold nothing yet: the first reader looks."""
        self.name = name
        self._encode = encode
        self._held = HeldDataset(name, lambda _row, body: decode(_unpacked(body)), none)

    def load(self) -> Made:
        """Give the current snapshot; `none` when there never was one."""
        return self._held.load()

    def forget(self) -> None:
        """Make the next reader look for a newer snapshot."""
        self._held.forget()

    def current_version(self) -> str | None:
        """Name the current snapshot; None when there is none."""
        row = current_dataset(self.name)
        return row.version if row else None

    def place(self, made: Made) -> Placed:
        """Write a snapshot under a name made of its content; touches no row."""
        body = zstandard.ZstdCompressor(level=9).compress(self._encode(made))
        return place_dataset(self.name, body, "json.zst")

    def save(self, made: Made, placed: Placed) -> None:
        """Make a placed snapshot the current one, in the caller's transaction."""
        make_current(self.name, made.version, placed, made.computed_at or utc_now())
        self.forget()

    def forget_old(self) -> None:
        """Delete snapshots that were replaced days ago. Commits."""
        old = delete(Dataset).where(
            Dataset.name == self.name,
            Dataset.current.is_(False),
            Dataset.fetched_at < utc_now() - KEPT_OLD,
        )
        keys = list(db.session.scalars(old.returning(Dataset.object_key)))
        db.session.commit()
        for key in keys:
            current_objects().delete(key)


def rows_of(spreads: Spreads) -> list[SpreadRow]:
    """Write spreads as rows."""
    write = msgspec.json.encode
    return [
        SpreadRow(*key, one.n, msgspec.Raw(write(one.values.tolist())))
        for key, one in spreads.items()
    ]


def spreads_in(rows: Sequence[SpreadRow]) -> dict[tuple[int, str | None, str], Spread]:
    """Read spreads from rows; raises DecodeError."""
    read = msgspec.json.Decoder(list[float]).decode
    return {
        (row.hero_id, row.band and intern(row.band), intern(row.metric)): packed(
            row.n, read(row.values)
        )
        for row in rows
    }


def _unpacked(body: bytes) -> bytes:
    return zstandard.ZstdDecompressor().decompress(body)
