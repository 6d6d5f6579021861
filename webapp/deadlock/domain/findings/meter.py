"""What things were worth in win chance: read off the model's curve, second by second."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from webapp.deadlock.domain.analysis.events import Events
from webapp.deadlock.domain.analysis.lead import Lead
from webapp.deadlock.domain.winning.features import LATE_S, features_of
from webapp.deadlock.domain.winning.known import Known, known_at
from webapp.matchplay.findings import Meter
from webapp.matchplay.winning import Model, Numbers, chance_of

LEAST_SOULS = 30_000
"""Of all souls: early on a small lead is a large share and means little."""


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
