"""What people can be told of, and in which words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

MATCH_READY: Final = "match.ready"
JOB_FAILED: Final = "job.failed"
PLAYER_MATCH: Final = "player.match"
CHANNEL_OFF: Final = "channel.off"
TEST: Final = "test"
PLAYED_BEFORE: Final = timedelta(hours=2)
"""A match begun this long before its player was followed is still news."""


@dataclass(frozen=True, slots=True)
class Event:
    """One kind of news people may choose."""

    name: str
    words: str


EVENTS: Final = (
    Event(MATCH_READY, "A match I asked for is here"),
    Event(PLAYER_MATCH, "A player I follow has a new match"),
    Event(JOB_FAILED, "Something I asked for could not be done"),
)
NAMES: Final = tuple(event.name for event in EVENTS)
WORDS: Final = {event.name: event.words for event in EVENTS} | {
    CHANNEL_OFF: "A channel of mine was switched off",
    TEST: "A test",
}


@dataclass(frozen=True, slots=True)
class News:
    """One thing to tell one account; `subject` makes it be told once."""

    account_id: int
    event: str
    subject: str
    title: str
    said: str
    url: str


def known_events(names: Iterable[str]) -> list[str]:
    """Give the events among these names, in their own order, each once."""
    wanted = set(names)
    return [name for name in NAMES if name in wanted]


def is_news(played_at: datetime | None, followed_at: datetime) -> bool:
    """Say whether a match was played since its player is followed; an undated one is no news."""
    return played_at is not None and played_at >= followed_at - PLAYED_BEFORE
