"""What Riot said it does not have, remembered for a while so that it is not asked again at once."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import redis

from webapp.core.upstream_errors import NotFound


class NotAsked(NotFound):
    """Not there as far as we know already: Riot was not asked, and said nothing now."""


@dataclass(frozen=True, slots=True)
class Absent:
    """The answers 404 of late, shared by all processes; forgotten with Valkey, which is no loss."""

    valkey: redis.Redis | None

    def knows(self, route: str, path: str) -> bool:
        """Say whether this was not there a short while ago."""
        if self.valkey is None:
            return False
        try:
            return bool(self.valkey.exists(_key(route, path)))
        except (redis.RedisError, OSError):
            return False

    def remember(self, route: str, path: str, seconds: int) -> None:
        """Remember for so long that this is not there."""
        if self.valkey is None or seconds <= 0:
            return
        try:
            self.valkey.set(_key(route, path), b"1", ex=seconds)
        except (redis.RedisError, OSError):
            return


def _key(route: str, path: str) -> str:
    return f"riot:absent:{hashlib.sha256(f'{route}{path}'.encode()).hexdigest()[:32]}"
