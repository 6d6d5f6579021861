"""A value a process holds and looks at again every few seconds, for what other processes change.

Threads share one look. What a look costs is paid by whoever asks first after it is due.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Final, Generic, TypeVar

T = TypeVar("T")
LOOK_AGAIN_S: Final = 15.0


class Watched(Generic[T]):
    """Holds what `look` gave last; `look` is told what is held, so that it may keep it."""

    def __init__(self, first: T, look: Callable[[T], T]) -> None:
        """Hold `first` until somebody asks."""
        self._value = first
        self._look = look
        self._looked_at = float("-inf")
        self._lock = threading.Lock()

    def get(self) -> T:
        """Give the value, looked at again when that is due."""
        if self._is_due():
            with self._lock:
                if self._is_due():
                    self._value = self._look(self._value)
                    self._looked_at = time.monotonic()
        return self._value

    def forget(self) -> None:
        """Make the next reader look again."""
        self._looked_at = float("-inf")

    def _is_due(self) -> bool:
        return time.monotonic() - self._looked_at >= LOOK_AGAIN_S
