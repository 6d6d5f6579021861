"""What every room says of its players and matches to whoever follows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

from webapp.core.db import utc_now

MOST_NEW: Final = 10
NEW_FOR: Final = timedelta(days=3)
EARLIER: Final = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class FollowedPage:
    """A page that may be followed; `key` is the room's lasting name for what it shows."""

    kind: Literal["match", "player"]
    key: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class NewestMatch:
    """One match, in a line."""

    title: str
    url: str
    said: str
    played_at: datetime | None


def new_since(since: datetime) -> datetime:
    """Say from when on a match is worth asking for by itself."""
    return max(since - EARLIER, utc_now() - NEW_FOR)
