"""What a game tells the protected pages of itself, so that they need know no game.

Registered where all contexts meet, like the rooms of the house; what is of no game is told here.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from fnmatch import fnmatchcase
from typing import Final, Literal, Protocol

from flask import Flask, current_app

EXTENSION = "guildhall.backstage"
ROOMS = "guildhall.status_rooms"
Unpack = Callable[[bytes], bytes | None]
Reread = Callable[[str, int], uuid.UUID]
"""Asks for a match, by its key, to be read from a note's body; gives the run."""


class Fresh(Protocol):
    """How a room's data is doing."""

    @property
    def newest_at(self) -> datetime | None:
        """When its newest data arrived."""

    @property
    def state(self) -> Literal["ok", "warn", "bad", "idle"]:
        """Whether its sources answer."""

    @property
    def text(self) -> str:
        """The state in a few words."""


class Told(Protocol):
    """A room as the public page of status tells of it."""

    @property
    def name(self) -> str:
        """What readers call it."""

    @property
    def url(self) -> str:
        """Its page."""

    @property
    def sources(self) -> str:
        """Where its data comes from."""

    @property
    def freshness(self) -> Callable[[], Fresh]:
        """Ask how its data is doing."""


@dataclass(frozen=True, slots=True)
class Backstage:
    """What stands behind a game's pages.

    `upstreams`: how readers know each upstream, by the first word of its name in the records.
    `forms`: what a body in quarantine is expected to be, by the note's kind.
    `unpacks`: what writes a body that is no JSON as JSON of the same fields, by the note's kind.
    `rereads`: what asks for a match to be read from the note of a body, by the note's kind.
    `refreshes`: the key of the run that brings a dataset anew, by the dataset's name, in which
    `*` stands for anything; the first that fits counts.
    """

    upstreams: Mapping[str, str] = field(default_factory=dict)
    forms: Mapping[str, tuple[type, ...]] = field(default_factory=dict)
    unpacks: Mapping[str, Unpack] = field(default_factory=dict)
    rereads: Mapping[str, Reread] = field(default_factory=dict)
    refreshes: Mapping[str, str] = field(default_factory=dict)


HOUSE: Final = Backstage(
    upstreams={
        "sign_in_discord": "Discord sign-in",
        "sign_in_google": "Google sign-in",
        "sign_in_github": "GitHub sign-in",
        "sign_in_eve": "EVE Online sign-in",
        "sign_in_steam": "Steam sign-in",
        "discord_webhooks": "Discord webhooks",
        "coach": "Chat model",
    }
)
"""What stands behind the pages of no game; listed once it was asked."""


def register_backstage(app: Flask, games: Sequence[Backstage], rooms: Sequence[Told]) -> None:
    """Name what stands behind every game, and its room; called once, where the app is made.

    Both are in the same order, a game and a room each.
    """
    app.extensions[EXTENSION] = tuple(games)
    app.extensions[ROOMS] = tuple(rooms)


def told_rooms() -> tuple[Told, ...]:
    """Give the rooms there are."""
    found: tuple[Told, ...] = current_app.extensions.get(ROOMS, ())
    return found


def rooms_and_upstreams() -> tuple[tuple[Told, tuple[str, ...]], ...]:
    """Give every room with the names of the upstreams it lives on."""
    return tuple(
        (room, tuple(game.upstreams)) for room, game in zip(told_rooms(), _games(), strict=True)
    )


def label_of(family: str) -> str:
    """Say how readers know an upstream."""
    labels = (one.upstreams.get(family) for one in (*_games(), HOUSE))
    return next((label for label in labels if label), family)


def known_upstreams() -> tuple[str, ...]:
    """Name the upstreams games may ask, whether or not they ever did."""
    return tuple(family for game in _games() for family in game.upstreams)


def forms_of(kind: str) -> tuple[type, ...]:
    """Give what a body of this kind may be."""
    return next((game.forms[kind] for game in _games() if kind in game.forms), ())


def unpacked(kind: str, body: bytes) -> bytes | None:
    """Write a body of this kind that is no JSON as such; None where nobody can."""
    unpack = next((game.unpacks[kind] for game in _games() if kind in game.unpacks), None)
    return unpack(body) if unpack else None


def reread_by(kind: str) -> Reread | None:
    """Give what asks for a match to be read from a body of this kind."""
    return next((game.rereads[kind] for game in _games() if kind in game.rereads), None)


def refresh_key(name: str) -> str:
    """Give the key of the run that brings a dataset anew; nothing where none does."""
    for game in _games():
        for pattern, key in game.refreshes.items():
            if fnmatchcase(name, pattern):
                return key
    return ""


def _games() -> tuple[Backstage, ...]:
    found: tuple[Backstage, ...] = current_app.extensions.get(EXTENSION, ())
    return found
