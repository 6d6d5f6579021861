"""Riot's windows: fixed spans that open at the first call, for the key and for each method.

Both count on each route apart. A call too many earns a 429 that names which of the two it was.
"""

import math
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

Windows = tuple[tuple[int, float], ...]
DEV: Windows = ((20, 1), (100, 120))
PRODUCTION: Windows = ((500, 10), (30_000, 600))
METHODS: Mapping[str, Windows] = {
    "account": ((1000, 60),),
    "summoner": ((2000, 60),),
    "league": ((20_000, 10), (1_200_000, 600)),
    "mastery": ((20_000, 10), (1_200_000, 600)),
    "ids": ((2000, 10),),
    "match": ((2000, 10),),
    "timeline": ((2000, 10),),
    "live": ((20_000, 10), (1_200_000, 600)),
    "status": ((20_000, 10), (1_200_000, 600)),
}


@dataclass(frozen=True, slots=True)
class Limits:
    """What one installation of the stand-in allows; `app` None goes by the key."""

    app: Windows | None = None
    methods: Mapping[str, Windows] = field(default_factory=lambda: METHODS)

    def app_of(self, key: str) -> Windows:
        """Give a key's own windows: personal keys are called RGAPI-dev…."""
        if self.app is not None:
            return self.app
        return DEV if key.startswith("RGAPI-dev") else PRODUCTION


@dataclass(slots=True)
class _Open:
    """One window that is running."""

    ends: float
    count: int = 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a call goes through, and what its headers say."""

    allowed: bool
    headers: dict[str, str]


class RiotWindows:
    """Every running window of every key, route and method."""

    def __init__(self, limits: Limits, now: Callable[[], float] = time.monotonic) -> None:
        """Start with none open."""
        self._limits, self._now = limits, now
        self._lock = threading.Lock()
        self._open: dict[tuple[str, ...], _Open] = {}

    def take(self, key: str, route: str, method: str) -> Verdict:
        """Count one call; a refused one is counted too."""
        app, own = self._limits.app_of(key), self._limits.methods[method]
        with self._lock:
            now = self._now()
            over_app = self._count((key, route, "app"), app, now)
            over_own = self._count((key, route, method), own, now)
            said = {
                **self._told("X-App-Rate-Limit", (key, route, "app"), app),
                **self._told("X-Method-Rate-Limit", (key, route, method), own),
            }
        if not over_app and not over_own:
            return Verdict(allowed=True, headers=said)
        kind = "application" if over_app else "method"
        wait = str(max(1, math.ceil(max(over_app, over_own))))
        return Verdict(
            allowed=False, headers={**said, "X-Rate-Limit-Type": kind, "Retry-After": wait}
        )

    def _count(self, name: tuple[str, ...], windows: Windows, now: float) -> float:
        """Count in every window; gives the seconds until the fullest one is over."""
        wait = 0.0
        for calls, seconds in windows:
            place = (*name, str(seconds))
            running = self._open.get(place)
            if running is None or now >= running.ends:
                running = self._open[place] = _Open(now + seconds)
            running.count += 1
            if running.count > calls:
                wait = max(wait, running.ends - now)
        return wait

    def _told(self, word: str, name: tuple[str, ...], windows: Windows) -> dict[str, str]:
        limits = ",".join(f"{calls}:{seconds:g}" for calls, seconds in windows)
        counts = ",".join(
            f"{self._open[(*name, str(seconds))].count}:{seconds:g}" for _, seconds in windows
        )
        return {word: limits, f"{word}-Count": counts}
