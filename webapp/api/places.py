"""What the operations are grouped by: the rooms there are, and the house's own parts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Protocol, cast

from flask import Flask, current_app

EXTENSION: Final = "guildhall.api.places"
HOUSE: Final = "House"
OWN: Final = {"jobs": "Jobs", "me": "Account", "tokens": "Tokens"}


class Shown(Protocol):
    """A sample a room shows."""

    @property
    def url(self) -> str:
        """Its page."""


class Place(Protocol):
    """A room, as far as the API names it."""

    @property
    def slug(self) -> str:
        """How its addresses begin."""

    @property
    def name(self) -> str:
        """What it is called."""

    def samples(self) -> Sequence[Shown]:
        """Give the samples it shows, for examples."""


def name_places(app: Flask, rooms: Sequence[Place]) -> None:
    """Name the rooms this installation has."""
    app.extensions[EXTENSION] = tuple(rooms)


def rooms() -> tuple[Place, ...]:
    """Give the rooms this installation has."""
    return cast("tuple[Place, ...]", current_app.extensions.get(EXTENSION, ()))


def place_of(first: str) -> str:
    """Say where an address belongs by its first part."""
    names = {room.slug: room.name for room in rooms()}
    return names.get(first) or OWN.get(first, HOUSE)


def places() -> tuple[str, ...]:
    """Give all places in the order they are shown."""
    return (HOUSE, *(room.name for room in rooms()), *OWN.values())
