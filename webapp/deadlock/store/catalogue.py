"""The names and pictures of heroes, items and ranks: one versioned set, read from storage.

A name that is not in the set is shown by its id; nothing here ever asks the network.
"""

from __future__ import annotations

from typing import Final

import msgspec

from webapp.core import datasets
from webapp.core.datasets import HeldDataset, make_current, place_dataset
from webapp.core.db import utc_now
from webapp.core.models import Dataset
from webapp.core.objects import current_objects
from webapp.core.pictures import Album
from webapp.deadlock.domain.catalogue import Catalogue, Hero, Item, parse_catalogue

NAME: Final = "deadlock"
ALBUM: Final = Album("deadlock/art")


class Kept(msgspec.Struct, frozen=True):
    """The set as it lies in storage: upstream bodies by name, and which art is cached."""

    bodies: dict[str, msgspec.Raw]
    art: dict[str, str] = msgspec.field(default_factory=dict)


def load_catalogue() -> Catalogue:
    """Give the current set; an empty one (names are ids) when none was ever fetched."""
    return _held.load()


def forget_catalogue() -> None:
    """Make the next reader look for a newer set."""
    _held.forget()


def current_dataset() -> Dataset | None:
    """Give the row of the current set: its version, age and key."""
    return datasets.current_dataset(NAME)


def save_catalogue(bodies: dict[str, bytes], art: dict[str, str]) -> str:
    """Keep a set as a new version and make it current; the same set changes nothing.

    `bodies` are the upstream's own JSON bodies by name (heroes, items, ranks, map);
    `art` maps an upstream image URL to the object key of our copy.
    """
    body = msgspec.json.encode(
        Kept({name: msgspec.Raw(raw) for name, raw in sorted(bodies.items())}, art)
    )
    placed = place_dataset(NAME, body)
    make_current(NAME, placed.version, placed, utc_now())
    forget_catalogue()
    return placed.version


def load_art() -> dict[str, str]:
    """Give the map from upstream image URL to the object key of our copy."""
    row = current_dataset()
    if row is None:
        return {}
    return msgspec.json.decode(current_objects().get(row.object_key), type=Kept).art


def _parse(row: Dataset, body: bytes) -> Catalogue:
    kept = msgspec.json.decode(body, type=Kept)
    bodies = {name: bytes(raw) for name, raw in kept.bodies.items()}
    return parse_catalogue(row.version, bodies, kept.art, row.fetched_at)


_held = HeldDataset(NAME, _parse, Catalogue(version="none"), made_of_it=NAME)

__all__ = [
    "Catalogue",
    "Hero",
    "Item",
    "current_dataset",
    "load_art",
    "load_catalogue",
    "save_catalogue",
]
