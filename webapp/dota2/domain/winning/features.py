"""The figures the model weighs: each a difference between the sides, good for Radiant above 0.

Swapping the sides turns every figure into its negative, to the last bit.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from webapp.dota2.domain.winning.known import Known
from webapp.matchplay.winning import Feature, Numbers, Recipe

FEATURES: Final = (
    Feature("gold", "Gold lead", "1 % of all gold", "Gold lead"),
    Feature("gold-time", "Gold lead, with time", "1 % of all gold, for 10 minutes", "Gold lead"),
    Feature("xp", "Experience lead", "1 % of all experience", "Experience lead"),
    Feature("towers", "Towers", "one enemy tower more down", "Towers"),
    Feature("barracks", "Barracks", "one enemy barracks more down", "Barracks"),
    Feature("aegis", "Aegis", "holding the Aegis", "Aegis"),
    Feature("kills", "Kills", "one kill more", "Kills"),
)
RECIPE: Final = Recipe(form=1, features=FEATURES, alone=2, alone_word="Gold lead alone")
_TEN_MINUTES_S: Final = 600
_LEAST_GOLD: Final = 12_000
_LEAST_XP: Final = 12_500
"""Of all of it: before about 5:00 a small lead is a large share and means little."""


def features_of(known: Known) -> Numbers:
    """Give the figures: one row for each moment, one column for each of FEATURES."""
    gold = _share(known.gold_a, known.gold_b, _LEAST_GOLD)
    return np.column_stack(
        (
            gold,
            gold * known.gold_at_s / _TEN_MINUTES_S,
            _share(known.xp_a, known.xp_b, _LEAST_XP),
            known.towers_b - known.towers_a,
            known.barracks_b - known.barracks_a,
            known.aegis_a - known.aegis_b,
            known.kills_a - known.kills_b,
        )
    )


def _share(a: Numbers, b: Numbers, least: int) -> Numbers:
    """Give the lead in per cent of what both have, or of `least` where that is more."""
    return 100 * (a - b) / np.maximum(a + b, least)
