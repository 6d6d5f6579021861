"""The axis across: what kinds there are, where it has lines, and how its values are written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from webapp.matchplay.charts.scale import Scale, clock, place_x, short
from webapp.matchplay.charts.series import Kind
from webapp.matchplay.charts.view import Label, Line

WORDS: dict[Kind, str] = {"clock": "Time", "number": "Number", "share": "Share", "day": "Date"}
CLOCK_STEPS = (1, 2, 5, 10, 30, 60, 120, 300, 600, 1200, 3600)
DAY_STEPS = (1, 2, 7, 14, 30, 91, 182, 365)
LONG_STEP_DAYS = 91
MOST_TIMES = 6
QUARTERS = (0.0, 0.25, 0.5, 0.75, 1.0)
ROOM = 0.07
LAST_LABEL_X = 94.0
UNIT_BELOW = 15
TICKS_UP = 6


@dataclass(frozen=True, slots=True)
class Axis:
    """Values from `low` to `high` across the chart, written by kind.

    Dates and numbers begin a little to the right: there the first sample is seldom 0, and would
    lie under the words of the other axis.
    """

    kind: Kind
    low: float
    high: float

    def x(self, value: float) -> float:
        """Say where a value lies, in per cent."""
        room = ROOM * (self.high - self.low) if self.kind in {"number", "day"} else 0
        return place_x(value, self.high, self.low - room)

    def word(self, value: float) -> str:
        """Write a value of this axis in full."""
        if self.kind == "clock":
            return clock(value)
        if self.kind == "share":
            return f"{value * 100:.0f} %"
        if self.kind == "day":
            return f"{date.fromordinal(int(value)):%-d %b %Y}"
        return f"{value:,g}"

    @property
    def ticks(self) -> tuple[float, ...]:
        """Give the values that get an upright line."""
        if self.kind == "share":
            return tuple(value for value in QUARTERS if self.low <= value <= self.high)
        if self.kind in {"clock", "day"}:
            steps = CLOCK_STEPS if self.kind == "clock" else DAY_STEPS
            step = _step(steps, self.high - self.low)
            first = self.low if self.kind == "day" else -(-self.low // step) * step
            return tuple(range(int(first), int(self.high) + 1, step))
        low, high = self.low, max(self.high, self.low + 1e-6)
        return Scale(low, high, 0, 1).ticks

    def lines(self) -> tuple[Line, ...]:
        """Draw an upright line at every tick."""
        return tuple(Line(self.x(value)) for value in self.ticks)

    def labels(self, bottom: float, unit: str, *, beside: bool) -> tuple[Label, ...]:
        """Write the ticks at the bottom of the chart, and the unit below them.

        `beside` says there is room to the right, so that the last need not be pulled in.
        """
        y = bottom - TICKS_UP
        found = [_label(self.x(value), y, self._tick(value), beside=beside) for value in self.ticks]
        return tuple(found + ([Label(100, y + UNIT_BELOW, unit, "end")] if unit else []))

    def _tick(self, value: float) -> str:
        if self.kind == "day":
            long = _step(DAY_STEPS, self.high - self.low) >= LONG_STEP_DAYS
            day = date.fromordinal(int(value))
            return f"{day:%b %Y}" if long else f"{day:%-d %b}"
        return short(value) if self.kind == "number" else self.word(value)


def _step(steps: Sequence[int], length: float) -> int:
    return next((step for step in steps if length / step <= MOST_TIMES), steps[-1])


def _label(x: float, y: float, text: str, *, beside: bool) -> Label:
    if x > LAST_LABEL_X and not beside:
        return Label(100, y, text, "end")
    return Label(x, y, text, "mid" if x else "")
