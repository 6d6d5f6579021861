"""The names and pictures of heroes, items and ranks: one versioned set, read from storage.

Read once a process and again when a newer set is current. A name that is not in the set is
shown by its id; nothing here ever asks the network.
"""

from __future__ import annotations

import hashlib
import threading
import time
from dataclasses import dataclass, field
from datetime import datetime

import msgspec
from sqlalchemy import select, update

from webapp.core.db import db, utc_now
from webapp.core.models import Dataset
from webapp.core.objects import ObjectMissing, current_objects
from webapp.deadlock.domain.catalogue import Catalogue, Hero, Item, parse_catalogue

NAME = "deadlock"
LOOK_AGAIN_S = 15.0


class Kept(msgspec.Struct, frozen=True):
    """The set as it lies in storage: upstream bodies by name, and which art is cached."""

    bodies: dict[str, msgspec.Raw]
    art: dict[str, str] = msgspec.field(default_factory=dict)


@dataclass(slots=True)
class _Held:
    """The set this process holds, and when it last looked for a newer one."""

    catalogue: Catalogue = field(default_factory=lambda: Catalogue(version="none"))
    looked_at: float = float("-inf")
    lock: threading.Lock = field(default_factory=threading.Lock)


_held = _Held()


def load_catalogue() -> Catalogue:
    """Give the current set; an empty one (names are ids) when none was ever fetched."""
    if time.monotonic() - _held.looked_at < LOOK_AGAIN_S:
        return _held.catalogue
    with _held.lock:
        _held.looked_at = time.monotonic()
        row = _current()
        if row and row.version != _held.catalogue.version:
            _held.catalogue = _read(row) or _held.catalogue
        elif row is None:
            _held.catalogue = Catalogue(version="none")
    return _held.catalogue


def forget_catalogue() -> None:
    """Make the next reader look for a newer set."""
    _held.looked_at = float("-inf")


def current_dataset() -> Dataset | None:
    """Give the row of the current set: its version, age and key."""
    return _current()


def save_catalogue(bodies: dict[str, bytes], art: dict[str, str]) -> str:
    """Keep a set as a new version and make it current; the same set changes nothing.

    `bodies` are the upstream's own JSON bodies by name (heroes, items, ranks, map);
    `art` maps an upstream image URL to the object key of our copy.
    """
    body = msgspec.json.encode(
        Kept({name: msgspec.Raw(raw) for name, raw in sorted(bodies.items())}, art)
    )
    digest = hashlib.sha256(body).hexdigest()
    version, key = digest[:16], f"datasets/{NAME}/{digest[:16]}.json"
    current_objects().put(key, body)
    db.session.execute(
        update(Dataset)
        .where(Dataset.name == NAME, Dataset.version != version)
        .values(current=False)
    )
    known = db.session.scalar(
        select(Dataset).where(Dataset.name == NAME, Dataset.version == version)
    )
    if known:
        known.current, known.fetched_at = True, utc_now()
    else:
        db.session.add(_row(version, key, digest, utc_now()))
    forget_catalogue()
    return version


def art_key(name: str) -> str:
    """Give the object key of our copy of a picture."""
    return f"deadlock/art/{name}"


def load_art() -> dict[str, str]:
    """Give the map from upstream image URL to the object key of our copy."""
    row = _current()
    if row is None:
        return {}
    return msgspec.json.decode(current_objects().get(row.object_key), type=Kept).art


def _row(version: str, key: str, digest: str, now: datetime) -> Dataset:
    return Dataset(
        name=NAME, version=version, fetched_at=now, object_key=key, sha256=digest, current=True
    )


def _current() -> Dataset | None:
    return db.session.scalar(select(Dataset).where(Dataset.name == NAME, Dataset.current.is_(True)))


def _read(row: Dataset) -> Catalogue | None:
    try:
        kept = msgspec.json.decode(current_objects().get(row.object_key), type=Kept)
    except (ObjectMissing, msgspec.DecodeError):
        return None
    bodies = {name: bytes(raw) for name, raw in kept.bodies.items()}
    return parse_catalogue(row.version, bodies, kept.art, row.fetched_at)


__all__ = [
    "Catalogue",
    "Hero",
    "Item",
    "current_dataset",
    "load_art",
    "load_catalogue",
    "save_catalogue",
]
