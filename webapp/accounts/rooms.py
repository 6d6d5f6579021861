"""What a room tells about its players and matches, so that they can be followed.

The rooms name themselves where the app is made; nothing here knows a game, and a game's own
frozen records fit by their attributes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, Protocol

from flask import Flask, current_app

EXTENSION = "guildhall.follows"
Kind = Literal["match", "player"]


class Followable(Protocol):
    """A page that may be followed: what it is, and the room's own name for it."""

    @property
    def kind(self) -> Kind:
        """Say whether it is a player or a match."""

    @property
    def key(self) -> str:
        """The room's lasting name for it."""

    @property
    def title(self) -> str:
        """What a reader calls it."""

    @property
    def url(self) -> str:
        """Its page."""


class Newest(Protocol):
    """One match, in a line."""

    @property
    def title(self) -> str:
        """What a reader calls it."""

    @property
    def url(self) -> str:
        """Its page."""

    @property
    def said(self) -> str:
        """Result, length and whatever else is worth a line."""

    @property
    def played_at(self) -> datetime | None:
        """When it was played."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How often one player is looked up, and how many at once, so that budgets last."""

    every: timedelta
    at_once: int


@dataclass(frozen=True, slots=True)
class Follows:
    """What one room answers about following.

    `followable` reads the address of a page; `players_in` and `match_line` take a match's key,
    `latest_of` a player's. `refresh` asks for a player's list of matches and gives the run's
    page; `ask_for_new` asks for those played since a moment that are not kept here.
    """

    followable: Callable[[str], Followable | None]
    players_in: Callable[[str], frozenset[str]]
    match_line: Callable[[str], Newest | None]
    latest_of: Callable[[str, int], Sequence[Newest]]
    refresh: Callable[[str], str]
    ask_for_new: Callable[[str, datetime], int]
    pace: Pace


class Room(Protocol):
    """A room as following sees it."""

    @property
    def slug(self) -> str:
        """Its word in addresses."""

    @property
    def name(self) -> str:
        """Its name."""

    @property
    def url(self) -> str:
        """Its front page."""

    @property
    def follows(self) -> Follows:
        """What it answers about following."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A page that may be followed, and the room it lies in."""

    room: Room
    what: Followable


def register_follows(app: Flask, rooms: Sequence[Room]) -> None:
    """Name the rooms there are; called once, where the app is made."""
    app.extensions[EXTENSION] = {room.slug: room for room in rooms}


def room_of(slug: str) -> Room | None:
    """Give a room by its word; None for one that is no longer here."""
    rooms: dict[str, Room] = current_app.extensions.get(EXTENSION, {})
    return rooms.get(slug)


def all_rooms() -> tuple[Room, ...]:
    """Give every room there is."""
    rooms: dict[str, Room] = current_app.extensions.get(EXTENSION, {})
    return tuple(rooms.values())


def seen_at(path: str) -> Seen | None:
    """Say what may be followed at an address of ours; None where nothing may."""
    for room in all_rooms():
        if path.startswith(f"{room.url}/"):
            what = room.follows.followable(path)
            return Seen(room, what) if what else None
    return None
