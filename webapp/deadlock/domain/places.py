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


@dataclass(frozen=True, slots=True)
class Spot:
    """A named place: "base", a lane, two lanes it lies between, or "beyond" one.

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
        return not (self.name == BASE or "–" in self.name or self.name.startswith("beyond"))

    @property
    def said(self) -> str:
        """Say it to everybody: "yellow lane, middle", "between yellow and blue"."""
        if self.name == BASE:
            return f"{SIDE_NAMES[self.half]}’s base"
        if self.half:
            return f"{self.name} lane, {SIDE_SHORT[self.half]}’s half"
        if self.is_lane:
            return f"{self.name} lane, middle"
        return self.name if self.name.startswith("beyond") else f"between {_and(self.name)}"


def spots_at(x: Sequence[float], y: Sequence[float], *, lanes: int = 3) -> tuple[Spot, ...]:
    """Name places in world units; The Archmother ("b") is north."""
    if not len(x):
        return ()
    courses = lanes_of(lanes)
    away = np.stack([_distances(lane, x, y) for lane in courses], axis=1)
    order = np.argsort(away - _tie_break(courses), axis=1, kind="stable").tolist()
    return tuple(
        _spot(courses, place, first, one)
        for place, first, one in zip(
            zip(x, y, strict=True), order, away.min(axis=1).tolist(), strict=True
        )
    )


def _tie_break(courses: Sequence[Lane]) -> Floats:
    """Let the lane whose word comes first win where two are equally far."""
    words = sorted((lane.name for lane in courses), reverse=True)
    return np.array([words.index(lane.name) * _LESS for lane in courses])


def _spot(
    courses: Sequence[Lane], place: tuple[float, float], order: list[int], nearest: float
) -> Spot:
    x, y = place
    half = "b" if y > 0 else "a"
    if abs(y) > _BASE_DEPTH and abs(x) < _BASE_DEPTH:
        return Spot(BASE, half)
    first = courses[order[0]].name
    if nearest <= _NEAR_LANE:
        return Spot(first, "" if abs(y) < GUARDIAN_DEPTH / 2 else half)
    if abs(x) > _outermost(courses[0]):
        return Spot(f"beyond {first}", "")
    return Spot("–".join(courses[number].name for number in sorted(order[:2])), "")


@lru_cache(maxsize=8)
def _outermost(lane: Lane) -> int:
    return abs(x_at(lane, 0)) + _NEAR_LANE


def _distances(lane: Lane, x: Sequence[float], y: Sequence[float]) -> Floats:
    """Measure each place's distance to a lane: [place]."""
    course = np.asarray(lane.course, dtype=np.float64)
    start, along = course[:-1], np.diff(course, axis=0)
    point = np.stack([np.asarray(x, np.float64), np.asarray(y, np.float64)], axis=1)
    rest = point[:, None] - start
    share = np.clip((rest * along).sum(2) / (along * along).sum(1), 0, 1)
    away: Floats = np.hypot(*np.moveaxis(rest - along * share[..., None], 2, 0)).min(axis=1)
    return away


def _and(name: str) -> str:
    return " and ".join(name.split("–"))
