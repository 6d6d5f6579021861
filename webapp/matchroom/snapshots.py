"""What is usual, as worked out now and then: versions of one set, the current one held.

Here they are kept, read and forgotten. What is in a snapshot is the game's to say.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final, Generic, Protocol, TypeVar

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

KEPT_OLD: Final = timedelta(days=2)
ENDING: Final = "msgpack.zst"


class Dated(Protocol):
    """A snapshot names itself and says when it was made."""

    @property
    def version(self) -> str:
        """Name what it was made of."""

    @property
    def computed_at(self) -> datetime | None:
        """Say when."""


Made = TypeVar("Made", bound=Dated)


class KeptSnapshots(Generic[Made]):
    """Snapshots of one name. `encode` and `decode` are to MessagePack and back.

    `none` is before any; `decode` raises msgspec.DecodeError.
    """

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
        """Name the current snapshot; None when there is none, or one of an older form."""
        row = current_dataset(self.name)
        return row.version if row and row.object_key.endswith(ENDING) else None

    def place(self, made: Made) -> Placed:
        """Write a snapshot under a name made of its content; touches no row."""
        body = zstandard.ZstdCompressor(level=9).compress(self._encode(made))
        return place_dataset(self.name, body, ENDING)

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


def _unpacked(body: bytes) -> bytes:
    return zstandard.ZstdDecompressor().decompress(body)
