"""The whole time one question may take, spread over every wait inside it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass


class TooLate(Exception):
    """The time is used up."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A moment on the monotonic clock; safe to ask from any thread."""

    ends_at: float
    clock: Callable[[], float] = time.monotonic

    @classmethod
    def after(cls, seconds: float) -> Deadline:
        """Begin now."""
        return cls(time.monotonic() + seconds)

    def left(self) -> float:
        """Give the seconds left; raises TooLate when there are none."""
        seconds = self.ends_at - self.clock()
        if seconds <= 0:
            raise TooLate
        return seconds
