"""What things were worth in win chance: read off the model's curve, second by second."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from webapp.deadlock.domain.analysis.events import Events
from webapp.deadlock.domain.analysis.lead import Lead
from webapp.deadlock.domain.winning.features import LATE_S, features_of
from webapp.deadlock.domain.winning.known import Known, known_at
from webapp.matchplay.winning import Model, Numbers, chance_of

LEAST_SOULS = 30_000
"""Of all souls: early on a small lead is a large share and means little."""


@dataclass(frozen=True, slots=True, eq=False)
class Meter:
    """Side a's chance at each second, what happened then changed it by, and what a soul is worth.

    `jumps` leaves out soul samples: what is counted there was earned long before.
    """

    chance: Numbers
    jumps: Numbers
    a_soul: Numbers

    def jumped(self, side: str, first: int, last: int) -> float:
        """Give the points a side gained by what happened from one second to another."""
        return _for(side, float(self.jumps[max(first, 0) : last + 1].sum()))

    def moved(self, side: str, first: int, last: int) -> float:
        """Give the points a side gained from after one second to after another."""
        end = len(self.chance) - 1
        return _for(side, float(self.chance[min(last, end)] - self.chance[min(first, end)]))

    def of_souls(self, at_s: int, souls: float) -> float:
        """Give what so many souls more were worth at a second, in points."""
        return 100 * float(self.a_soul[min(at_s, len(self.a_soul) - 1)]) * souls


def meter_of(
    model: Model, lead: Lead, events: Events, sides: Mapping[int, str], duration_s: int
) -> Meter:
    """Work out the chance at every second of a match, the last second left out."""
    seconds = np.arange(max(duration_s, 1))
    known = known_at(lead, events, sides, seconds)
    after = chance_of(model.weights, features_of(known))
    before = chance_of(
        model.weights, features_of(known_at(lead, events, sides, seconds, before=True))
    )
    jumps = after - before
    counted = [one.at_s for one in lead.samples if one.at_s < len(jumps)]
    jumps[counted] = 0
    return Meter(after, jumps, _a_soul(model, known, after))


def _a_soul(model: Model, known: Known, chance: Numbers) -> Numbers:
    """Take the chance's slope along the soul lead, all souls held."""
    late = np.minimum(known.at_s / LATE_S, 1)
    weight = model.weights[0] * (1 - late) + model.weights[1] * late
    return (
        chance
        * (1 - chance)
        * weight
        * 100
        / np.maximum(known.souls_a + known.souls_b, LEAST_SOULS)
    )


def _for(side: str, change: float) -> float:
    return 100 * (change if side == "a" else -change)
