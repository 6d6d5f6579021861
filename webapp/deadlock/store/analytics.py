"""The archive's statistics by hero: one versioned set, kept as an object, held in the process.

Read once a process and again when a newer one is current.
"""

from __future__ import annotations

import hashlib
import threading
import time
from dataclasses import dataclass, field
from typing import Final

import msgspec
from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert

from webapp.core.db import db, utc_now
from webapp.core.models import Dataset
from webapp.core.objects import ObjectMissing, current_objects
from webapp.deadlock.domain.analytics import Analytics, HeroFigures

NAME: Final = "deadlock-analytics"
NONE: Final = Analytics(version="none")
LOOK_AGAIN_S: Final = 15.0


@dataclass(slots=True)
class _Held:
    """The set this process holds, and when it last looked for a newer one."""

    analytics: Analytics = NONE
    looked_at: float = float("-inf")
    lock: threading.Lock = field(default_factory=threading.Lock)


_held = _Held()


def load_analytics() -> Analytics:
    """Give the current set; an empty one of version "none" when none was ever fetched."""
    if time.monotonic() - _held.looked_at < LOOK_AGAIN_S:
        return _held.analytics
    with _held.lock:
        _held.looked_at = time.monotonic()
        row = _current()
        if row is None:
            _held.analytics = NONE
        elif _version(row) != _held.analytics.version:
            _held.analytics = _read(row) or _held.analytics
    return _held.analytics


def forget_analytics() -> None:
    """Make the next reader look for a newer set."""
    _held.looked_at = float("-inf")


def place_analytics(heroes: dict[int, HeroFigures]) -> str:
    """Write a set under a name made of its content; touches no row. Gives its key."""
    body = msgspec.json.encode(dict(sorted(heroes.items())))
    key = f"datasets/{NAME}/{hashlib.sha256(body).hexdigest()[:16]}.json"
    current_objects().put(key, body)
    return key


def save_analytics(key: str) -> None:
    """Make a placed set the current one, in the caller's transaction.

    The same figures fetched again are as new as the fetch.
    """
    version = key.rsplit("/", 1)[-1].removesuffix(".json")
    others = update(Dataset).where(Dataset.name == NAME, Dataset.version != version)
    db.session.execute(others.values(current=False))
    row = {"fetched_at": utc_now(), "object_key": key, "sha256": version, "current": True}
    new = insert(Dataset).values(name=NAME, version=version, **row)
    db.session.execute(new.on_conflict_do_update(index_elements=["name", "version"], set_=row))
    forget_analytics()


def _current() -> Dataset | None:
    return db.session.scalar(select(Dataset).where(Dataset.name == NAME, Dataset.current.is_(True)))


def _read(row: Dataset) -> Analytics | None:
    try:
        body = current_objects().get(row.object_key)
        heroes = msgspec.json.decode(body, type=dict[int, HeroFigures])
    except (ObjectMissing, msgspec.DecodeError):
        return None
    return Analytics(_version(row), row.fetched_at, heroes)


def _version(row: Dataset) -> str:
    """Name a set by its content and its age: pages show both."""
    return f"{row.version}-{int(row.fetched_at.timestamp())}"
