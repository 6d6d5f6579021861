"""The figures the model weighs: each a difference between the sides, good for side a when above 0.

Swapping the sides turns every figure into its negative, to the last bit. Early and late soul lead
fade into each other over the first forty minutes, both never below 0, so that a lead can count
more or less with time and more souls still never count against their owner.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from webapp.deadlock.domain.winning.known import Known
from webapp.matchplay.winning import Feature, Numbers, Recipe

LATE_S: Final = 2_400


FEATURES: Final = (
    Feature("souls-early", "Soul lead, early", "1 % of all souls, at 0:00", "Soul lead"),
    Feature("souls-late", "Soul lead, late", "1 % of all souls, from 40:00", "Soul lead"),
    Feature("kills", "Kills since the soul sample", "one kill more", "Kills not yet in the souls"),
    Feature("guardians", "Guardians", "one enemy Guardian more down", "Guardians"),
    Feature("walkers", "Walkers", "one enemy Walker more down", "Walkers"),
    Feature("base-guardians", "Base Guardians", "one enemy pair more down", "Base Guardians"),
    Feature("shrines", "Shrines", "one enemy Shrine more down", "Shrines"),
    Feature("patrons", "Patron", "the enemy Patron weakened", "Patron"),
    Feature("rejuvenator", "Rejuvenator", "one claimed in the last 4 minutes", "Rejuvenator"),
)
RECIPE: Final = Recipe(form=2, features=FEATURES, alone=2, alone_word="Soul lead alone")


def features_of(known: Known) -> Numbers:
    """Give the figures: one row for each moment, one column for each of FEATURES."""
    ahead = known.souls_a - known.souls_b
    share = 100 * ahead / np.maximum(known.souls_a + known.souls_b, 1)
    late = np.minimum(known.at_s / LATE_S, 1)
    return np.column_stack(
        (
            share * (1 - late),
            share * late,
            known.kills_a - known.kills_b,
            known.guardians_b - known.guardians_a,
            known.walkers_b - known.walkers_a,
            known.base_guardians_b - known.base_guardians_a,
            known.shrines_b - known.shrines_a,
            known.patrons_b - known.patrons_a,
            known.rejuvenators_a - known.rejuvenators_b,
        )
    )
