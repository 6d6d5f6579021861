"""The names of heroes, items, abilities, modes and patches: one versioned set, from storage.

A name that is not in the set is told from the game's own words; nothing here asks the network.
"""

from __future__ import annotations

from typing import Final

import msgspec

from webapp.core import datasets
from webapp.core.datasets import HeldDataset, make_current, place_dataset
from webapp.core.db import utc_now
from webapp.core.models import Dataset
from webapp.core.pictures import Album
from webapp.dota2.domain.catalogue import Catalogue
from webapp.dota2.domain.catalogue_parsing import parse_catalogue

NAME: Final = "dota2"
ALBUM: Final = Album("dota2/art")


class Kept(msgspec.Struct, frozen=True):
    """The set as it lies in storage: the upstream's bodies by name, and the pictures kept."""

    bodies: dict[str, msgspec.Raw]
    art: dict[str, str] = msgspec.field(default_factory=dict)


def load_catalogue() -> Catalogue:
    """Give the current set; the game's own words when none was ever fetched."""
    return _held.load()


def forget_catalogue() -> None:
    """Make the next reader look for a newer set."""
    _held.forget()


def current_dataset() -> Dataset | None:
    """Give the row of the current set: its version, age and key."""
    return datasets.current_dataset(NAME)


def load_art() -> dict[str, str]:
    """Give the keys of our copies of pictures by their paths at the upstream."""
    row = current_dataset()
    kept = datasets.read_dataset(row, _decode) if row else None
    return kept.art if kept else {}


def save_catalogue(bodies: dict[str, bytes], art: dict[str, str]) -> str:
    """Keep a set and make it current, in the caller's transaction; the same set changes nothing."""
    kept = Kept({name: msgspec.Raw(raw) for name, raw in sorted(bodies.items())}, art)
    placed = place_dataset(NAME, msgspec.json.encode(kept))
    make_current(NAME, placed.version, placed, utc_now())
    forget_catalogue()
    return placed.version


def _parse(row: Dataset, body: bytes) -> Catalogue:
    kept = _decode(row, body)
    bodies = {name: bytes(raw) for name, raw in kept.bodies.items()}
    return parse_catalogue(row.version, bodies, kept.art, row.fetched_at)


def _decode(_row: Dataset, body: bytes) -> Kept:
    return msgspec.json.decode(body, type=Kept)


_held = HeldDataset(NAME, _parse, Catalogue(version="none"), made_of_it=NAME)
