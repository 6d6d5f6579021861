"""The breaker: after five failures in a row an upstream is left alone for 30 seconds.

Then one call may try (half-open): it closes the breaker or opens it for another 30 s.
Shared through Valkey; without it each process keeps its own.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import redis

FAILURES = 5
OPEN_SECONDS = 30.0
FORGET_SECONDS = 600

# Gives milliseconds to wait; 0 lets this call through (and, half-open, only this one).
ALLOW = """
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
local until_ms = tonumber(redis.call('HGET', KEYS[1], 'open_until') or '0')
if until_ms == 0 then return 0 end
if now < until_ms then return until_ms - now end
redis.call('HSET', KEYS[1], 'open_until', now + tonumber(ARGV[1]))
return 0
"""

FAIL = """
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
local failures = redis.call('HINCRBY', KEYS[1], 'failures', 1)
redis.call('EXPIRE', KEYS[1], ARGV[3])
if failures >= tonumber(ARGV[1]) then
  redis.call('HSET', KEYS[1], 'open_until', now + tonumber(ARGV[2]))
end
return failures
"""


class Breaker:
    """One upstream's breaker."""

    def __init__(
        self,
        name: str,
        valkey: redis.Redis | None,
        *,
        open_seconds: float = OPEN_SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._key = f"breaker:{name}"
        self._valkey = valkey
        self._open_seconds = open_seconds
        self._clock = clock
        self._lock = threading.Lock()
        self._failures = 0
        self._open_until = 0.0

    def allow(self) -> float:
        """Give 0 to let one call through, or the seconds until one may be."""
        try:
            return int(self._run(ALLOW, self._open_ms())) / 1000
        except (redis.RedisError, OSError):
            return self._allow_alone()

    def failed(self) -> None:
        """Count a failure; the fifth in a row opens the breaker."""
        try:
            self._run(FAIL, FAILURES, self._open_ms(), FORGET_SECONDS)
        except (redis.RedisError, OSError):
            self._fail_alone()

    def succeeded(self) -> None:
        """Close the breaker: the upstream answers."""
        with self._lock:
            self._failures, self._open_until = 0, 0.0
        try:
            if self._valkey is not None:
                self._valkey.delete(self._key)
        except (redis.RedisError, OSError):
            return

    def _allow_alone(self) -> float:
        with self._lock:
            now = self._clock()
            if self._open_until > now:
                return self._open_until - now
            if self._open_until:
                self._open_until = now + self._open_seconds
            return 0.0

    def _fail_alone(self) -> None:
        with self._lock:
            self._failures += 1
            if self._failures >= FAILURES:
                self._open_until = self._clock() + self._open_seconds

    def _open_ms(self) -> int:
        return int(self._open_seconds * 1000)

    def _run(self, script: str, *args: int) -> int:
        if self._valkey is None:
            raise redis.ConnectionError("no Valkey was given")
        return int(self._valkey.eval(script, 1, self._key, *args))
