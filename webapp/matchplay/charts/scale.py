"""From numbers to places: pixels down, per cent across, and steps people can read."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, log10

MOST_LINES = 6


@dataclass(frozen=True, slots=True)
class Scale:
    """From a value to pixels down; `most` bounds the lines drawn across."""

    low: float
    high: float
    top_y: float
    bottom_y: float
    most: int = MOST_LINES

    def y(self, value: float) -> float:
        """Say how far down a value is drawn; beyond the scale is its edge."""
        share = (self.high - value) / (self.high - self.low)
        return round(self.top_y + min(max(share, 0), 1) * (self.bottom_y - self.top_y), 1)

    @property
    def step(self) -> float:
        """Give the distance between lines that keeps them readable."""
        return step_for((self.high - self.low) / self.most)

    @property
    def ticks(self) -> tuple[float, ...]:
        """Give the values that get a line."""
        step = self.step
        first, last = ceil(round(self.low / step, 6)), floor(round(self.high / step, 6))
        return tuple(round(number * step, 6) for number in range(first, last + 1))


def step_for(wanted: float) -> float:
    """Give the least of 1, 2, 5, 10, 20 … (or 0.5, 0.2 …) that is not below what is wanted."""
    power = 10.0 ** floor(log10(wanted))
    return next(
        round(times * power, 9) for times in (1, 2, 5, 10) if times * power >= wanted * 0.999999
    )


def place_x(value: float, longest: float, start: float = 0) -> float:
    """Say where a value lies between `start` and `longest`, in per cent."""
    share = (value - start) / max(longest - start, 1e-9)
    return round(min(max(share, 0), 1) * 100, 2)


def clock(seconds: float) -> str:
    """Write seconds of match time as m:ss; what happens before the start has a minus."""
    whole = abs(int(seconds))
    return f"{'−' if seconds <= -1 else ''}{whole // 60}:{whole % 60:02d}"


def short(value: float) -> str:
    """Write a value for an axis: 900, 10k, 2.5k, 0.5."""
    if abs(value) >= 1_000:  # noqa: PLR2004 - a thousand is what k means
        return f"{value / 1000:g}k".replace("-", "−")
    return f"{value:g}".replace("-", "−")
