"""A small memory shared by the threads of one process: the longest unused goes first.

For things that never change under their key: nothing in it can go stale, so things are taken
out for room, or all at once.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Bounded(Generic[K, V]):
    """Holds values that weigh at most `most` together; each weighs one unless told otherwise."""

    def __init__(self, most: int, weigh: Callable[[V], int] = lambda _: 1) -> None:
        """Start empty."""
        self._most = most
        self._weigh = weigh
        self._weight = 0
        self._held: OrderedDict[K, V] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: K) -> V | None:
        """Give the value of this key, if it is held."""
        with self._lock:
            value = self._held.get(key)
            if value is not None:
                self._held.move_to_end(key)
            return value

    def put(self, key: K, value: V) -> None:
        """Hold a value; makes room for it."""
        with self._lock:
            before = self._held.pop(key, None)
            self._weight += self._weigh(value) - (self._weigh(before) if before is not None else 0)
            self._held[key] = value
            while self._weight > self._most:
                self._weight -= self._weigh(self._held.popitem(last=False)[1])

    def clear(self) -> None:
        """Hold nothing any more."""
        with self._lock:
            self._held.clear()
            self._weight = 0


class OfVersion(Generic[K, V]):
    """Holds what was made of one version of something: another version begins empty."""

    def __init__(self, most: int) -> None:
        """Hold nothing of no version yet, and later at most so many things."""
        self._most = most
        self._held: tuple[str, Bounded[K, V]] = ("", Bounded(most))

    def of(self, version: str) -> Bounded[K, V]:
        """Give what is held of a version."""
        held = self._held
        if held[0] != version:
            held = self._held = (version, Bounded(self._most))
        return held[1]

    def clear(self) -> None:
        """Hold nothing any more."""
        self._held = ("", Bounded(self._most))
