"""A match's chance over time, and what each thing that happened did to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np

from webapp.matchplay.winning.figures import Numbers

STEP_S: Final = 60


class Chances(Protocol):
    """Gives side a's chance at each of some seconds, or just before each."""

    def __call__(self, moments: Numbers, /, *, before: bool) -> Numbers:
        """Give the chances, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Point:
    """Side a's chance at a second; a second at which something changed has two points."""

    at_s: int
    chance: float


@dataclass(frozen=True, slots=True)
class Jump:
    """A second at which something happened: side a's chance just before it and at it."""

    at_s: int
    before: float
    after: float

    @property
    def change(self) -> float:
        """Give what side a gained by it, below 0 when it lost."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class Curve:
    """Points by time, and a jump for each second at which something happened."""

    points: tuple[Point, ...]
    jumps: tuple[Jump, ...]


def curve_through(happened: Iterable[int], end_s: int, chances: Chances) -> Curve:
    """Follow the chance from 0:00 to the last second before `end_s`, the end of the match.

    `happened` are the seconds at which a chance may change, in any order.
    """
    seconds = {float(at_s) for at_s in happened if 0 <= at_s < end_s}
    moments = np.array(sorted({*seconds, *range(0, max(end_s, 1), STEP_S)}), dtype=np.float64)
    before, after = chances(moments, before=True), chances(moments, before=False)
    rows = list(zip(moments.tolist(), before.tolist(), after.tolist(), strict=True))
    points: list[Point] = []
    for at_s, was, became in rows:
        if was != became and at_s:
            points.append(Point(int(at_s), was))
        points.append(Point(int(at_s), became))
    jumps = (Jump(int(at_s), was, became) for at_s, was, became in rows if at_s in seconds)
    return Curve(tuple(points), tuple(jumps))
