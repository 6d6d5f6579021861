"""A room whose source an admin paused says so: nothing new comes from there meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from webapp.core.upstream_pauses import stopped_upstreams
from webapp.home.rooms import Freshness, State


@dataclass(frozen=True, slots=True)
class Paused:
    """How a room's data is doing while a source of it is paused."""

    newest_at: datetime | None
    text: str
    state: State = "warn"


def heeding_pauses(
    freshness: Callable[[], Freshness], upstreams: Mapping[str, str]
) -> Callable[[], Freshness]:
    """Make a room's word on its data heed pauses; `upstreams` are the names of its sources."""

    def asked() -> Freshness:
        fresh: Final = freshness()
        stopped = {one.name for one in stopped_upstreams()}
        paused = [label for name, label in upstreams.items() if name in stopped]
        if not paused or fresh.state == "bad":
            return fresh
        return Paused(fresh.newest_at, f"{' and '.join(paused)} paused")

    return asked
