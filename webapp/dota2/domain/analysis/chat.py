"""What was said, and who dropped out and came back."""

from __future__ import annotations

from typing import Final

import msgspec

from webapp.dota2.domain.records import Match

MOST_LINES: Final = 2_000
LONGEST: Final = 500
"""A line is cut to so many letters: the game's own limit is far below."""


class Lines(msgspec.Struct, frozen=True):
    """Columns of one length by time. A wheel's line has the number of its words in `text`."""

    at_s: tuple[int, ...]
    kind: tuple[str, ...]
    slot: tuple[int | None, ...]
    text: tuple[str, ...]


class Dropped(msgspec.Struct, frozen=True):
    """A player lost the connection, or came `back`."""

    at_s: int
    slot: int
    back: bool


class Chat(msgspec.Struct, frozen=True):
    """Everything said, and every connection lost; None where not recorded."""

    lines: Lines | None
    connections: tuple[Dropped, ...] | None


def chat_of(match: Match) -> Chat:
    """Gather the chat of a match."""
    return Chat(lines=_lines(match), connections=_connections(match))


def _lines(match: Match) -> Lines | None:
    if match.chat is None:
        return None
    kept = match.chat[:MOST_LINES]
    return Lines(
        at_s=tuple(one.at_s for one in kept),
        kind=tuple(one.kind for one in kept),
        slot=tuple(one.slot for one in kept),
        text=tuple(one.text[:LONGEST] for one in kept),
    )


def _connections(match: Match) -> tuple[Dropped, ...] | None:
    if all(player.logs.connections is None for player in match.players):
        return None
    found = (
        Dropped(one.at_s, player.slot, one.event == "reconnect")
        for player in match.players
        for one in player.logs.connections or ()
    )
    return tuple(sorted(found, key=lambda one: (one.at_s, one.slot)))
