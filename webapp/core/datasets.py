"""Versioned sets of names and numbers: an object each, one version of a name current.

A process reads the current one once, and again when another takes its place; one that cannot
be read leaves the one before. What a set holds and means is the game's to say.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeAlias, TypeVar

import msgspec
import structlog
from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert
from zstandard import ZstdError

from webapp.core.db import db
from webapp.core.holding import let_go
from webapp.core.models import Dataset
from webapp.core.objects import ObjectMissing, StorageDown, current_objects
from webapp.core.watched import Watched

T = TypeVar("T")
Mark: TypeAlias = tuple[str, datetime] | None
log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Placed:
    """A set written under a name made of its content, not yet named by any row."""

    version: str
    key: str
    sha256: str


class HeldDataset(Generic[T]):
    """The current set of one name as this process holds it; `none` when there is none."""

    def __init__(
        self, name: str, parse: Callable[[Dataset, bytes], T], none: T, *, made_of_it: str = ""
    ) -> None:
        """Hold nothing yet: the first reader reads.

        `made_of_it` is the room that makes what it holds of these names: with another set it
        lets go of all that.
        """
        self._name = name
        self._room = made_of_it
        self._parse = parse
        self._none = none
        self._watched: Watched[tuple[Mark, T]] = Watched((None, none), self._look)

    def load(self) -> T:
        """Give the current set."""
        return self._watched.get()[1]

    def forget(self) -> None:
        """Make the next reader look for a newer one."""
        self._watched.forget()

    def _look(self, held: tuple[Mark, T]) -> tuple[Mark, T]:
        row = current_dataset(self._name)
        if row is None:
            return None, self._none
        mark = (row.version, row.fetched_at)
        if mark == held[0]:
            return held
        found = self._read(row, can_wait=held[0] is not None)
        if found is None:
            return held
        if self._room and held[0] and held[0][0] != row.version:
            let_go(self._room)
        return mark, found

    def _read(self, row: Dataset, *, can_wait: bool) -> T | None:
        """Read a version; None when it cannot be read, or the store is away and another is held."""
        try:
            return read_dataset(row, self._parse)
        except StorageDown as away:
            if not can_wait:
                raise
            log.warning("dataset not fetched", name=row.name, version=row.version, reason=str(away))
            return None


def current_dataset(name: str) -> Dataset | None:
    """Give the row of the current set: its version, age and key."""
    return db.session.scalar(select(Dataset).where(Dataset.name == name, Dataset.current.is_(True)))


def read_dataset(row: Dataset, parse: Callable[[Dataset, bytes], T]) -> T | None:
    """Read one version; None, and a line in the log, when it is lost or has no such form.

    Raises StorageDown.
    """
    try:
        return parse(row, current_objects().get(row.object_key))
    except (ObjectMissing, msgspec.DecodeError, ZstdError) as wrong:
        log.warning("dataset cannot be read", name=row.name, version=row.version, reason=str(wrong))
        return None


def place_dataset(name: str, body: bytes, ending: str = "json") -> Placed:
    """Write a set under a name made of its content; touches no row."""
    digest = hashlib.sha256(body).hexdigest()
    placed = Placed(digest[:16], f"datasets/{name}/{digest[:16]}.{ending}", digest)
    current_objects().put(placed.key, body)
    return placed


def make_current(name: str, version: str, placed: Placed, at: datetime) -> None:
    """Make a placed set the current one, in the caller's transaction.

    A version that was there before is as new as `at`.
    """
    others = update(Dataset).where(Dataset.name == name, Dataset.version != version)
    db.session.execute(others.values(current=False))
    row = {"fetched_at": at, "object_key": placed.key, "sha256": placed.sha256, "current": True}
    new = insert(Dataset).values(name=name, version=version, **row)
    db.session.execute(new.on_conflict_do_update(index_elements=["name", "version"], set_=row))
