"""The figures the model weighs: each a difference between the sides, good for Blue when above 0.

Swapping the sides turns every figure into its negative, to the last bit.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from webapp.lol.domain.analysis.known import COLUMNS, Known
from webapp.matchplay.winning import Feature, Numbers, Recipe

FEATURES: Final = (
    Feature("gold", "Gold lead", "1 % of all gold", "Gold lead"),
    Feature("gold-time", "Gold lead, with time", "1 % of all gold, for 10 minutes", "Gold lead"),
    Feature("xp", "Experience lead", "1 % of all experience", "Experience lead"),
    Feature(
        "xp-time",
        "Experience lead, with time",
        "1 % of all experience, for 10 minutes",
        "Experience lead",
    ),
    Feature("towers", "Towers", "one tower more", "Towers"),
    Feature("drakes", "Drakes", "one drake more", "Drakes"),
    Feature("soul", "Dragon soul", "having the soul", "Dragon soul"),
    Feature("elder", "Elder dragon", "its strength lasting", "Elder dragon"),
    Feature("baron", "Baron", "its strength lasting", "Baron"),
    Feature("inhibitors", "Inhibitors", "one enemy inhibitor down", "Inhibitors"),
    Feature("kills", "Kills", "one kill more", "Kills"),
)
RECIPE: Final = Recipe(form=1, features=FEATURES, alone=2, alone_word="Gold lead alone")
_COUNTS: Final = ("towers", "drakes", "souls", "elders", "barons", "inhibitors", "kills")
_TEN_MINUTES_MS: Final = 600_000
_LEAST_GOLD: Final = 20_000
_LEAST_XP: Final = 15_000
"""Of all of it: before about 5:00 a small lead is a large share and means little."""


def features_of(known: Known) -> Numbers:
    """Give the figures: one row for each frame, one column for each of FEATURES."""
    table = {name: np.array(getattr(known, name), dtype=np.float64) for name in COLUMNS}
    tens = table["at_ms"] / _TEN_MINUTES_MS
    gold = _share(table["gold_a"], table["gold_b"], _LEAST_GOLD)
    xp = _share(table["xp_a"], table["xp_b"], _LEAST_XP)
    counts = [table[f"{name}_a"] - table[f"{name}_b"] for name in _COUNTS]
    return np.column_stack((gold, gold * tens, xp, xp * tens, *counts))


def _share(a: Numbers, b: Numbers, least: int) -> Numbers:
    """Give the lead in per cent of what both have, or of `least` where that is more."""
    return 100 * (a - b) / np.maximum(a + b, least)
