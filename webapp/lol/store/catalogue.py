"""Names of champions, items, spells and runes: one versioned set for each language.

A name that is not in the set is shown by its id; nothing here ever asks the network.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Final

import msgspec

from webapp.core import datasets
from webapp.core.datasets import HeldDataset, make_current, place_dataset
from webapp.core.db import utc_now
from webapp.core.models import Dataset
from webapp.core.pictures import Album, address_of
from webapp.core.settings import current_settings
from webapp.lol.domain.catalogue import Catalogue
from webapp.lol.domain.catalogue_parse import parse_catalogue

NAME: Final = "lol"
ALBUM: Final = Album("lol/art")


class Kept(msgspec.Struct, frozen=True):
    """The set as it lies in storage: Data Dragon's bodies by name, of one of its versions.

    `art` gives the keys of our copies of pictures by their paths there.
    """

    version: str
    language: str
    bodies: dict[str, msgspec.Raw]
    art: dict[str, str] = msgspec.field(default_factory=dict)


def load_catalogue(language: str | None = None) -> Catalogue:
    """Give the current set in a language, the first of the settings where none is named.

    An empty one (names are ids) when none was ever fetched.
    """
    return _held(language or current_settings().lol_languages[0]).load()


def forget_catalogue() -> None:
    """Make the next reader look for newer sets."""
    for language in current_settings().lol_languages:
        _held(language).forget()


def current_dataset(language: str) -> Dataset | None:
    """Give the row of a language's current set: its version and age."""
    return datasets.current_dataset(f"{NAME}.{language}")


def current_game_version(language: str) -> str | None:
    """Say which version of the game a language's current set is of."""
    return load_catalogue(language).game if current_dataset(language) else None


def load_kept(language: str) -> Kept | None:
    """Give a language's current set as it lies in storage; None where there is none to read."""
    row = current_dataset(language)
    return datasets.read_dataset(row, _decode) if row else None


def save_catalogue(
    version: str, language: str, bodies: Mapping[str, bytes], art: Mapping[str, str] | None = None
) -> None:
    """Keep a set as a new version and make it current, in the caller's transaction."""
    raws = {name: msgspec.Raw(body) for name, body in sorted(bodies.items())}
    kept = Kept(version, language, raws, dict(sorted((art or {}).items())))
    placed = place_dataset(NAME, msgspec.json.encode(kept))
    make_current(f"{NAME}.{language}", placed.version, placed, utc_now())


@cache
def _held(language: str) -> HeldDataset[Catalogue]:
    none = Catalogue(version="none", language=language)
    return HeldDataset(f"{NAME}.{language}", _parse, none, made_of_it=NAME)


def _parse(row: Dataset, body: bytes) -> Catalogue:
    kept = _decode(row, body)
    bodies = {name: bytes(raw) for name, raw in kept.bodies.items()}
    art = {path: address_of(key) for path, key in kept.art.items()}
    names = parse_catalogue(kept.version, bodies, art, row.fetched_at, kept.language)
    return replace(names, version=row.version)


def _decode(_row: Dataset, body: bytes) -> Kept:
    return msgspec.json.decode(body, type=Kept)
