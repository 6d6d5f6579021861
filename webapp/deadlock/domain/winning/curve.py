"""A match's chance over time, and what each thing that happened did to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from webapp.deadlock.domain.analysis.events import Events
from webapp.deadlock.domain.analysis.lead import Lead
from webapp.deadlock.domain.winning.features import features_of
from webapp.deadlock.domain.winning.known import REJUVENATOR_S, Numbers, known_at
from webapp.deadlock.domain.winning.model import Part, chance_of, parts_of

STEP_S: Final = 60


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


def curve_of(
    weights: tuple[float, ...], lead: Lead, events: Events, sides: Mapping[int, str], end_s: int
) -> Curve:
    """Follow the chance from 0:00 to the last second before `end_s`, the end of the match."""
    happened = _happened(lead, events, end_s)
    moments = np.array(sorted({*happened.tolist(), *range(0, max(end_s, 1), STEP_S)}))
    before = _chances(weights, lead, events, sides, moments, before=True)
    after = _chances(weights, lead, events, sides, moments)
    points: list[Point] = []
    for at_s, was, became in zip(moments.tolist(), before.tolist(), after.tolist(), strict=True):
        if was != became and at_s:
            points.append(Point(at_s, was))
        points.append(Point(at_s, became))
    return Curve(tuple(points), _jumps(moments, before, after, set(happened.tolist())))


def chance_at(
    weights: tuple[float, ...],
    lead: Lead,
    events: Events,
    sides: Mapping[int, str],
    at_s: int,
) -> tuple[float, tuple[Part, ...]]:
    """Give side a's chance at a second, and what it is made of."""
    figures = features_of(known_at(lead, events, sides, [at_s]))
    return float(chance_of(weights, figures)[0]), parts_of(weights, figures[0])


def _happened(lead: Lead, events: Events, end_s: int) -> Numbers:
    """Give every second at which a figure may change, the end of the match left out."""
    claims = [one.at_s for one in events.mid_bosses]
    seconds = {
        *(one.at_s for one in lead.samples),
        *(one.at_s for one in events.kills),
        *(one.at_s for one in events.objectives),
        *claims,
        *(at_s + REJUVENATOR_S for at_s in claims),
    }
    return np.array(sorted(at_s for at_s in seconds if 0 <= at_s < end_s), dtype=np.float64)


def _chances(  # noqa: PLR0913 - what makes a chance, and when
    weights: tuple[float, ...],
    lead: Lead,
    events: Events,
    sides: Mapping[int, str],
    moments: Numbers,
    *,
    before: bool = False,
) -> Numbers:
    return chance_of(weights, features_of(known_at(lead, events, sides, moments, before=before)))


def _jumps(
    moments: Numbers, before: Numbers, after: Numbers, happened: set[float]
) -> tuple[Jump, ...]:
    return tuple(
        Jump(int(at_s), was, became)
        for at_s, was, became in zip(moments.tolist(), before.tolist(), after.tolist(), strict=True)
        if at_s in happened
    )
