"""What is new about a player, as a feed; every room's players have one."""

from __future__ import annotations

from typing import Final

from webapp.accounts.rooms import seen_at
from webapp.core.feeds import Entry, Feed

NEWEST: Final = 30


def player_feed(path: str) -> Feed | None:
    """Give the feed of the player at an address; None where there is no player."""
    seen = seen_at(path)
    if seen is None or seen.what.kind != "player":
        return None
    newest = seen.room.follows.latest_of(seen.what.key, NEWEST)
    return Feed(
        title=f"{seen.what.title} · {seen.room.name}",
        url=seen.what.url,
        entries=[Entry(one.url, one.title, one.said, one.played_at) for one in newest],
    )
