"""What may be a few seconds old: found once for all who ask meanwhile, in each process."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Hashable
from typing import Final, Generic, TypeVar

from flask import current_app

T = TypeVar("T")
EXTENSION: Final = "guildhall.momentary"
LONGEST_S = 5.0
"""Nothing held here is older, whatever its owner says; tests make it nothing."""


class Momentary(Generic[T]):
    """Findings of one kind by key, each held for so many seconds; who comes late waits for one.

    `most` keys are held; then all are let go, which costs finding them once more.
    """

    def __init__(self, name: str, seconds: float, *, most: int = 1) -> None:
        self._name = name
        self._seconds = seconds
        self._most = most
        self._finding = threading.Lock()

    def get(self, find: Callable[[], T], key: Hashable = None) -> T:
        """Give what was found a moment ago, else find it."""
        held: dict[Hashable, tuple[float, T]] = current_app.extensions.setdefault(
            f"{EXTENSION}.{self._name}", {}
        )
        fresh = self._fresh(held, key)
        if fresh is not None:
            return fresh[1]
        with self._finding:
            fresh = self._fresh(held, key)
            if fresh is None:
                if key not in held and len(held) >= self._most:
                    held.clear()
                fresh = held[key] = (time.monotonic(), find())
            return fresh[1]

    def _fresh(
        self, held: dict[Hashable, tuple[float, T]], key: Hashable
    ) -> tuple[float, T] | None:
        found = held.get(key)
        if found is None or time.monotonic() - found[0] >= min(self._seconds, LONGEST_S):
            return None
        return found
