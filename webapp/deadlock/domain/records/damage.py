"""Who did what to whom with what, as running totals."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from webapp.matchplay.arrays import ArrayRecord

STAT_WORDS = (
    "damage",
    "healing",
    "heal prevented",
    "mitigated",
    "lethal damage",
    "regeneration",
    "crowd control",
    "mitigated by source",
)
"""By the upstream's number; the last two came in October 2026."""
TOTAL_SOURCES = frozenset({"Bullet", "Ability", "Melee", "Misc"})
"""Sources that sum up others: leave them out of any sum over sources."""


@dataclass(frozen=True, slots=True, eq=False)
class DamageMatrix(ArrayRecord):
    """One row per dealer, source and target; `totals` is [row, sample].

    Sample k is the total from the start to `sample_times_s[k]`. `dealer` and `target` are player
    slots, 0 for troopers, neutrals and buildings. `source` indexes both `sources` (engine names)
    and `stats` (one of STAT_WORDS, or the upstream's own word).
    """

    sample_times_s: NDArray[np.int32]
    sources: tuple[str, ...]
    stats: tuple[str, ...]
    dealer: NDArray[np.uint8]
    target: NDArray[np.uint8]
    source: NDArray[np.int32]
    totals: NDArray[np.int64]
