"""The archive's statistics by hero: one versioned set, kept as an object, held in the process."""

from __future__ import annotations

from typing import Final

import msgspec

from webapp.core.datasets import HeldDataset, Placed, make_current, place_dataset
from webapp.core.db import utc_now
from webapp.core.models import Dataset
from webapp.deadlock.domain.analytics import Analytics, HeroFigures

NAME: Final = "deadlock-analytics"


def load_analytics() -> Analytics:
    """Give the current set; an empty one of version "none" when none was ever fetched."""
    return _held.load()


def forget_analytics() -> None:
    """Make the next reader look for a newer set."""
    _held.forget()


def place_analytics(heroes: dict[int, HeroFigures]) -> Placed:
    """Write a set under a name made of its content; touches no row."""
    return place_dataset(NAME, msgspec.json.encode(dict(sorted(heroes.items()))))


def save_analytics(placed: Placed) -> None:
    """Make a placed set the current one, in the caller's transaction.

    The same figures fetched again are as new as the fetch.
    """
    make_current(NAME, placed.version, placed, utc_now())
    forget_analytics()


def _parse(row: Dataset, body: bytes) -> Analytics:
    """Read a set; it is named by its content and its age, as pages show both."""
    heroes = msgspec.json.decode(body, type=dict[int, HeroFigures])
    version = f"{row.version}-{int(row.fetched_at.timestamp())}"
    return Analytics(version, row.fetched_at, heroes)


_held = HeldDataset(NAME, _parse, Analytics(version="none"))
