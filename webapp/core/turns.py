"""Turns at work: so many at once, given in the order they were asked for.

Who waits for the network meanwhile steps aside, so that others are worked on. Knows neither
requests nor answers.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final

_mine: Final = threading.local()


class Turns:
    """So many turns. A semaphore would let whoever comes at the right moment pass those who wait.

    A turn belongs to the thread that took it.
    """

    def __init__(self, turns: int) -> None:
        """Have so many to give at once."""
        self._free = turns
        self._waiting: deque[threading.Lock] = deque()
        self._changing = threading.Lock()

    def take(self, timeout: float = -1) -> bool:
        """Wait for a turn, as many seconds as it takes or as are given; False when none came."""
        taken = self._take(timeout)
        if taken:
            _mine.turns = self
        return taken

    def give_back(self) -> None:
        """Hand the turn to who has waited longest."""
        _mine.turns = None
        with self._changing:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._free += 1

    def _take(self, timeout: float) -> bool:
        with self._changing:
            if self._free:
                self._free -= 1
                return True
            place = threading.Lock()
            place.acquire()
            self._waiting.append(place)
        return place.acquire(timeout=timeout) or self._handed_too_late(place)

    def _handed_too_late(self, place: threading.Lock) -> bool:
        """Leave the line; True when the turn came at that very moment."""
        with self._changing:
            if place not in self._waiting:
                return True
            self._waiting.remove(place)
            return False


@contextmanager
def aside() -> Iterator[None]:
    """Let others work meanwhile, then wait for a turn again; nothing where there are no turns."""
    turns: Turns | None = getattr(_mine, "turns", None)
    if turns is None:
        yield
        return
    turns.give_back()
    try:
        yield
    finally:
        turns.take()


class ReadAside:
    """A request's body, read while stepping aside: whoever sends it may be slow."""

    def __init__(self, body: Any) -> None:
        """Wrap what a server gives as `wsgi.input`."""
        self._body = body

    def read(self, *size: int) -> bytes:
        """Read so many bytes, or all."""
        return self._aside(self._body.read, *size)

    def readline(self, *size: int) -> bytes:
        """Read a line."""
        return self._aside(self._body.readline, *size)

    def readlines(self, _hint: int = -1) -> list[bytes]:
        """Read all lines."""
        return [*self]

    def __iter__(self) -> Iterator[bytes]:
        """Give line after line."""
        return iter(self.readline, b"")

    def _aside(self, read: Callable[..., bytes], *size: int) -> bytes:
        with aside():
            return read(*size)
