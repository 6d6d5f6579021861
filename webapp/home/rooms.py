"""How a room makes itself known to the house: what it recognises, reads and has lately done.

A game builds no type of this module: its own frozen records fit by their attributes, and the
list of rooms is made where all contexts meet. Nothing here knows a game.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO, Literal, Protocol

from flask import Flask, current_app

from webapp.accounts.rooms import Follows

State = Literal["ok", "warn", "bad", "idle"]
Reads = Literal["yes", "maybe", ""]
"""Whether a room reads a file, by its name and its first mebibyte."""
PEEK_BYTES = 1024 * 1024
EXTENSION = "guildhall.rooms"


class Found(Protocol):
    """What a room knows about something recognised: where it opens and how far it is."""

    @property
    def url(self) -> str:
        """The page it opens on."""

    @property
    def said(self) -> str:
        """One line about it, such as date, length and result."""

    @property
    def state(self) -> State:
        """Say ok when it is kept here, idle when it would have to be looked up."""

    @property
    def state_text(self) -> str:
        """The state in a word or two, such as "already analysed"."""


class Analysed(Protocol):
    """A match lately analysed, or a sample to try."""

    @property
    def title(self) -> str:
        """What a reader calls it."""

    @property
    def url(self) -> str:
        """Its page."""

    @property
    def said(self) -> str:
        """Length, mode and whatever else is worth a line."""

    @property
    def winner(self) -> str:
        """The side that won, empty where none did."""

    @property
    def winner_side(self) -> Literal["a", "b", ""]:
        """Which side that is."""

    @property
    def score(self) -> str:
        """The score, the winner's first."""

    @property
    def played_at(self) -> datetime | None:
        """When it was played."""

    @property
    def analysed_at(self) -> datetime | None:
        """When it was analysed here."""


class Freshness(Protocol):
    """How a room's data is doing."""

    @property
    def newest_at(self) -> datetime | None:
        """When its newest data arrived."""

    @property
    def state(self) -> State:
        """Whether its sources answer."""

    @property
    def text(self) -> str:
        """The state in a few words."""


class Listed(Protocol):
    """All pages of one kind that a search may lead to."""

    @property
    def name(self) -> str:
        """What they are: matches, players, heroes."""

    @property
    def size(self) -> Callable[[], tuple[int, datetime | None]]:
        """How many there are, and when the newest of them changed."""

    @property
    def pages(self) -> Callable[[int, int], Iterator[tuple[str, datetime | None]]]:
        """Paths and when each changed: how many to pass over, and how many to give."""


@dataclass(frozen=True, slots=True)
class Room:
    """One built room, and the functions the home page asks it."""

    slug: str
    name: str
    url: str
    answers: str
    sources: str
    recognise: Callable[[str, str], Found | None]
    reads_file: Callable[[str, bytes], Reads]
    import_upload: Callable[[str, BinaryIO], str]
    recent: Callable[[int], Sequence[Analysed]]
    samples: Callable[[], Sequence[Analysed]]
    freshness: Callable[[], Freshness]
    follows: Follows
    addresses: Sequence[Listed] = ()


def register_rooms(app: Flask, rooms: Sequence[Room]) -> None:
    """Name the rooms this installation has; called once, where the app is made."""
    app.extensions[EXTENSION] = tuple(rooms)


def built_rooms() -> tuple[Room, ...]:
    """Give the rooms this installation has, in the order they were registered."""
    rooms: tuple[Room, ...] = current_app.extensions.get(EXTENSION, ())
    return rooms


def reader_of(filename: str, head: bytes) -> Room | None:
    """Give the room that reads a file: the first that is sure, else the first that may."""
    answers = {room: room.reads_file(filename, head) for room in built_rooms()}
    sure = (room for room, reads in answers.items() if reads == "yes")
    return next(sure, None) or next((room for room, reads in answers.items() if reads), None)
