"""Token buckets per caller and kind of call, so that misbehaviour earns a 429."""

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

KEY_BONUS = 10


@dataclass(frozen=True, slots=True)
class Limit:
    """So many calls in so many seconds."""

    calls: int
    period_s: int


@dataclass(frozen=True, slots=True)
class Allowance:
    """What is left of a bucket after a call; allowed says whether the call had its token."""

    allowed: bool
    limit: Limit
    remaining: int
    reset_s: int

    def headers(self) -> dict[str, str]:
        """Give the RateLimit headers of the wire; Retry-After when refused."""
        told = {
            "RateLimit-Limit": str(self.limit.calls),
            "RateLimit-Period": str(self.limit.period_s),
            "RateLimit-Remaining": str(self.remaining),
            "RateLimit-Reset": str(self.reset_s),
        }
        return told if self.allowed else {**told, "Retry-After": str(max(1, self.reset_s))}


LIMITS: Mapping[str, Limit] = {
    "metadata": Limit(100, 1),
    "salts": Limit(100, 1),
    "bulk": Limit(10, 60),
    "players": Limit(100, 1),
    "assets": Limit(100, 1),
    "analytics": Limit(200, 60),
    "files": Limit(100, 1),
}


class Buckets:
    """One bucket per caller and kind; a caller with a key has ten times the room."""

    def __init__(
        self, limits: Mapping[str, Limit] = LIMITS, now: Callable[[], float] = time.monotonic
    ) -> None:
        """Start with every bucket full."""
        self._limits, self._now = limits, now
        self._lock = threading.Lock()
        self._tokens: dict[tuple[str, str], tuple[float, float]] = {}

    def take(self, caller: str, kind: str, *, keyed: bool) -> Allowance:
        """Take one token if there is one."""
        plain = self._limits[kind]
        limit = Limit(plain.calls * (KEY_BONUS if keyed else 1), plain.period_s)
        rate = limit.calls / limit.period_s
        with self._lock:
            now = self._now()
            tokens, then = self._tokens.get((caller, kind), (float(limit.calls), now))
            tokens = min(float(limit.calls), tokens + (now - then) * rate)
            allowed = tokens >= 1
            tokens -= 1 if allowed else 0
            self._tokens[caller, kind] = (tokens, now)
        reset_s = int((limit.calls - tokens if allowed else 1 - tokens) / rate + 0.999)
        return Allowance(allowed, limit, int(tokens), reset_s)
