"""A match's win chance frame by frame, and what the minute of each event did to it.

Timelines know the state of a match once a minute. The swing of an event is the chance at the first
frame that has it, less the chance at the last frame that has not; everything else that happened
between the two frames is in it as well, and a page says so.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from webapp.lol.domain.analysis.known import Known
from webapp.lol.domain.winning.features import RECIPE, features_of
from webapp.matchplay.winning import Curve, Jump, Part, Point, chance_of, parts_of


@dataclass(frozen=True, slots=True)
class Swing:
    """From the frame before an event to the frame after it; chances are Blue's."""

    from_s: int
    to_s: int
    before: float
    after: float

    def gained(self, side: str | None) -> float:
        """Give what `side` gained by it, below 0 when it lost; Red gains what Blue loses."""
        change = self.after - self.before
        return -change if side == "b" else change


def chances_of(weights: tuple[float, ...], known: Known) -> tuple[float, ...]:
    """Give Blue's chance at each frame; even at the start, whatever the weights."""
    if not known.at_ms:
        return ()
    found: list[float] = chance_of(weights, features_of(known)).tolist()
    return tuple(found)


def curve_of(weights: tuple[float, ...], known: Known) -> Curve:
    """Give the points of a match and a jump for each minute; nothing without frames."""
    chances = chances_of(weights, known)
    seconds = [at_ms // 1_000 for at_ms in known.at_ms]
    points = tuple(Point(at_s, one) for at_s, one in zip(seconds, chances, strict=True))
    jumps = tuple(Jump(later.at_s, early.chance, later.chance) for early, later in pairwise(points))
    return Curve(points, jumps)


def swing_at(at_ms: Sequence[int], chances: Sequence[float], event_ms: int) -> Swing | None:
    """Give the swing of what happened at a millisecond; None before or after all frames."""
    after = bisect_left(at_ms, event_ms)
    if after == 0 or after == len(at_ms):
        return None
    return Swing(
        at_ms[after - 1] // 1_000, at_ms[after] // 1_000, chances[after - 1], chances[after]
    )


def chance_at(
    weights: tuple[float, ...], known: Known, at_s: int
) -> tuple[int, float, tuple[Part, ...]] | None:
    """Give the last frame by a second: its number, Blue's chance, and what it is made of."""
    before = [number for number, at_ms in enumerate(known.at_ms) if at_ms <= at_s * 1_000 + 999]
    if not before:
        return None
    figures = features_of(known)[before[-1]]
    chance = float(chance_of(weights, figures[None, :])[0])
    return before[-1], chance, parts_of(RECIPE, weights, figures)
