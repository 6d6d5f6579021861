"""What may be a few seconds old: found once for all who ask meanwhile, in each process."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Hashable
from typing import Any, Final, Generic, TypeVar

from flask import current_app

T = TypeVar("T")
LOCKS = 16
EXTENSION: Final = "guildhall.momentary"
LONGEST_S = 5.0
"""Nothing held here is older, whatever its owner says; tests make it nothing."""


class Momentary(Generic[T]):
    """Findings of one kind by key, each held for so many seconds.

    Who comes while one is found anew gets the last one, if it is at most twice as old, and
    else waits. What is not there (None) is not held. `most` keys are held; then all are let
    go, which costs finding them once more.
    """

    def __init__(self, name: str, seconds: float, *, most: int = 1) -> None:
        self._name = name
        self._seconds = seconds
        self._most = most
        self._finding = tuple(threading.Lock() for _ in range(min(most, LOCKS)))

    def get(self, find: Callable[[], T], key: Hashable = None) -> T:
        """Give what was found a moment ago, else find it."""
        held = self._held()
        longest = min(self._seconds, LONGEST_S)
        last = held.get(key)
        if last and _age(last) < longest:
            return last[1]
        finding = self._finding[hash(key) % len(self._finding)]
        if last and _age(last) < 2 * longest:
            if not finding.acquire(blocking=False):
                return last[1]
        else:
            finding.acquire()
        try:
            last = held.get(key)
            return last[1] if last and _age(last) < longest else self._find(held, find, key)
        finally:
            finding.release()

    def forget(self, key: Hashable = None) -> None:
        """Let go of what was found: it is known to be another now."""
        self._held().pop(key, None)

    def _held(self) -> dict[Hashable, tuple[float, T]]:
        held: dict[Hashable, tuple[float, T]] = current_app.extensions.setdefault(
            f"{EXTENSION}.{self._name}", {}
        )
        return held

    def _find(
        self, held: dict[Hashable, tuple[float, T]], find: Callable[[], T], key: Hashable
    ) -> T:
        found = find()
        if found is not None:
            if key not in held and len(held) >= self._most:
                held.clear()
            held[key] = (time.monotonic(), found)
        return found


def _age(found: tuple[float, Any]) -> float:
    return time.monotonic() - found[0]
