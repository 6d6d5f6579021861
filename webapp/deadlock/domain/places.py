"""What many places are called at once: the words of `ground.region_at`, and neutral ones.

A place lies on a lane, in a base, between two lanes or beyond the outer one; on a lane and in a
base it also belongs to a side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from webapp.deadlock.domain.lanes import GUARDIAN_DEPTH, Lane, lanes_of, x_at
from webapp.deadlock.domain.words import SIDE_NAMES, SIDE_SHORT

BASE: Final = "base"
_BASE_DEPTH: Final = 5600
_NEAR_LANE: Final = 1000
_LESS: Final = 1e-9

Floats = NDArray[np.float64]
Kinds = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Spot:
    """A named place: "base", a lane, two lanes it lies between, or "beyond" one; "" has no name.

    `half` is the side whose half or base it is, "" in the middle of a lane and off the lanes.
    """

    name: str
    half: str

    def seen_by(self, side: str) -> str:
        """Say it as somebody of a side would: "yellow, own half", "enemy base"."""
        whose = "own" if self.half == side else "enemy"
        if self.name == BASE:
            return f"{whose} base"
        if self.half:
            return f"{self.name}, {whose} half"
        return f"{self.name}, middle" if self.is_lane else self.name

    @property
    def is_lane(self) -> bool:
        """Say whether it lies on one lane."""
        return not (self.name in {BASE, ""} or "–" in self.name or self.name.startswith("beyond"))

    @property
    def said(self) -> str:
        """Say it to everybody: "yellow lane, middle", "between yellow and blue"."""
        if self.name == BASE:
            return f"{SIDE_NAMES[self.half]}’s base"
        if self.half:
            return f"{self.name} lane, {SIDE_SHORT[self.half]}’s half"
        if self.is_lane:
            return f"{self.name} lane, middle"
        return f"between {_and(self.name)}" if "–" in self.name else self.name


NAMELESS: Final = Spot("", "")
_BASES: Final = 2
_BEYOND: Final = 5
_BETWEEN: Final = 6
_KINDS: Final = 10
"""Of the nearest lane: its middle and halves (0 to 2), bases (3, 4), beyond it, beside another."""


def spots_at(x: Sequence[float], y: Sequence[float], *, lanes: int = 3) -> tuple[Spot, ...]:
    """Name places in world units; The Archmother ("b") is north. Without lanes none has a name."""
    if not lanes:
        return (NAMELESS,) * len(x)
    if not len(x):
        return ()
    courses, named = lanes_of(lanes), _named(lanes)
    across, along = np.asarray(x, np.float64), np.asarray(y, np.float64)
    away = np.stack([_distances(lane, across, along) for lane in courses], axis=1)
    order = np.argsort(away - _tie_break(courses), axis=1, kind="stable")
    off = np.abs(across) > abs(x_at(courses[0], 0)) + _NEAR_LANE
    kind = np.where(off, _BEYOND, _BETWEEN + order[:, 1])
    kind = _nearer(kind, across, along, away.min(axis=1))
    return tuple(named[code] for code in (order[:, 0] * _KINDS + kind).tolist())


def _nearer(kind: Kinds, across: Floats, along: Floats, away: Floats) -> Kinds:
    """Put what lies on a lane or in a base in place of what is off the lanes."""
    half = np.where(along > 0, 2, 1)
    on_lane = np.where(np.abs(along) < GUARDIAN_DEPTH / 2, 0, half)
    base = (np.abs(along) > _BASE_DEPTH) & (np.abs(across) < _BASE_DEPTH)
    return np.where(base, _BASES + half, np.where(away <= _NEAR_LANE, on_lane, kind))


@lru_cache(maxsize=2)
def _named(lanes: int) -> dict[int, Spot]:
    """Give every place there is by the number of its nearest lane and its kind."""
    names = [lane.name for lane in lanes_of(lanes)]
    found: dict[int, Spot] = {}
    for first, name in enumerate(names):
        spots = [Spot(name, half) for half in ("", "a", "b")]
        spots += [Spot(BASE, "a"), Spot(BASE, "b"), Spot(f"beyond {name}", "")]
        pairs = (sorted((first, second)) for second in range(len(names)))
        spots += [Spot(f"{names[one]}–{names[other]}", "") for one, other in pairs]
        found |= {first * _KINDS + kind: spot for kind, spot in enumerate(spots)}
    return found


@lru_cache(maxsize=2)
def _tie_break(courses: tuple[Lane, ...]) -> Floats:
    """Let the lane whose word comes first win where two are equally far."""
    words = sorted((lane.name for lane in courses), reverse=True)
    return np.array([words.index(lane.name) * _LESS for lane in courses])


def _distances(lane: Lane, x: Floats, y: Floats) -> Floats:
    """Measure each place's distance to a lane: [place]."""
    course = np.asarray(lane.course, dtype=np.float64)
    start, (along_x, along_y) = course[:-1].T, np.diff(course, axis=0).T
    rest_x, rest_y = x[:, None] - start[0], y[:, None] - start[1]
    share = (rest_x * along_x + rest_y * along_y) / (along_x**2 + along_y**2)
    share = np.clip(share, 0, 1)
    away: Floats = np.hypot(rest_x - along_x * share, rest_y - along_y * share).min(axis=1)
    return away


def _and(name: str) -> str:
    return " and ".join(name.split("–"))
