"""The limiter of one process when Valkey is away: an eighth of every window, never none."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence

SHARE = 8  # as if eight processes were asking at once

Windows = Sequence[tuple[int, float]]


class LocalLimiter:
    """Remembers this process's own calls only."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._calls: dict[str, deque[float]] = {}
        self._frozen_until: dict[str, float] = {}

    def take(
        self, buckets: Sequence[tuple[str, Windows]], costs: Mapping[str, int] | None = None
    ) -> float:
        """Take a place in every bucket, or what it costs, and give 0; or give seconds to wait."""
        cost = {name: (costs or {}).get(name, 1) for name, _ in buckets}
        with self._lock:
            now = self._clock()
            waits = (self._wait(name, windows, cost[name], now) for name, windows in buckets)
            wait = max(waits, default=0.0)
            if wait > 0:
                return wait
            for name, _ in buckets:
                self._calls.setdefault(name, deque(maxlen=4096)).extend([now] * cost[name])
            return 0.0

    def freeze(self, name: str, seconds: float) -> None:
        """Let nothing of this bucket through for so long."""
        with self._lock:
            until = self._clock() + seconds
            self._frozen_until[name] = max(until, self._frozen_until.get(name, 0.0))

    def _wait(self, name: str, windows: Windows, cost: int, now: float) -> float:
        waits = [self._frozen_until.get(name, now) - now]
        calls = self._calls.get(name, deque())
        for allowed, seconds in windows:
            share = max(1, allowed // SHARE - cost + 1)
            recent = [moment for moment in calls if moment > now - seconds]
            if len(recent) >= share:
                waits.append(recent[-share] + seconds - now)
        return max(0.0, *waits)
