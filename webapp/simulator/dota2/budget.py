"""OpenDota's limits: so many calls a minute and a day; a request to parse costs ten."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

MINUTE_S, DAY_S = 60, 86_400
PARSE_COST = 10


@dataclass(frozen=True, slots=True)
class Allowances:
    """Calls a minute without and with a key, and calls a day without one."""

    minute: int = 60
    minute_with_key: int = 300
    day: int = 3_000


@dataclass(frozen=True, slots=True)
class Left:
    """What is left after a call; `refused` says which limit stood in the way."""

    minute: int
    day: int | None
    refused: str | None

    def headers(self) -> dict[str, str]:
        """Give the headers of the wire."""
        told = {"X-Rate-Limit-Remaining-Minute": str(max(0, self.minute))}
        if self.day is not None:
            told["X-Rate-Limit-Remaining-Day"] = str(max(0, self.day))
        return told


class Budget:
    """Counts each caller by the minute and by the day."""

    def __init__(
        self, allowed: Allowances | None = None, now: Callable[[], float] = time.monotonic
    ) -> None:
        """Start with nothing spent."""
        self._allowed, self._now = allowed or Allowances(), now
        self._lock = threading.Lock()
        self._spent: dict[tuple[str, str, int], int] = {}

    def spend(self, caller: str, cost: int, *, keyed: bool) -> Left:
        """Take a call's cost from both windows, or say which is used up."""
        allowed = self._allowed.minute_with_key if keyed else self._allowed.minute
        with self._lock:
            minute = self._add(caller, "minute", MINUTE_S, 1)
            day = 0 if keyed else self._add(caller, "day", DAY_S, cost)
        refused = None
        if minute > allowed:
            refused = "minute rate limit exceeded"
        elif day > self._allowed.day:
            refused = "daily api limit exceeded"
        return Left(allowed - minute, None if keyed else self._allowed.day - day, refused)

    def _add(self, caller: str, window: str, span_s: int, cost: int) -> int:
        key = (caller, window, int(self._now() // span_s))
        self._spent[key] = self._spent.get(key, 0) + cost
        return self._spent[key]
