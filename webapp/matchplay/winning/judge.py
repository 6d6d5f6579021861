"""How well a model does on matches it never saw: Brier score, log loss, and calibration by bins.

Brier (1950), Monthly Weather Review 78:1-3. A bin's interval is Wilson's at 95 % with n its
matches, not its moments: moments of one match are not independent.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from webapp.matchplay.shares import wilson
from webapp.matchplay.winning.figures import Numbers

BINS: Final = 10
SUREST: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Score:
    """How far off the chances were: 0 is perfect for both, guessing even gives 0.25 and 0.693."""

    name: str
    brier: float
    log_loss: float


@dataclass(frozen=True, slots=True)
class Bin:
    """Moments whose chance lay between `low` and `high`: said on average, and what came true."""

    low: float
    high: float
    moments: int
    matches: int
    said: float
    came: float
    came_low: float
    came_high: float


def score_of(name: str, chance: Numbers, won: NDArray[np.bool_]) -> Score:
    """Judge chances of side a against what happened, the mean over all moments."""
    if not len(chance):
        return Score(name, 0.0, 0.0)
    sure = np.clip(np.where(won, chance, 1 - chance), SUREST, 1)
    return Score(name, float(np.mean((chance - won) ** 2)), float(np.mean(-np.log(sure))))


def bins_of(chance: Numbers, won: NDArray[np.bool_], match_ids: NDArray[Any]) -> tuple[Bin, ...]:
    """Sort moments into ten bins by their chance; empty bins are left out."""
    where = np.minimum((chance * BINS).astype(int), BINS - 1)
    return tuple(
        _bin(number, chance[where == number], won[where == number], match_ids[where == number])
        for number in range(BINS)
        if np.any(where == number)
    )


def _bin(number: int, chance: Numbers, won: NDArray[np.bool_], match_ids: NDArray[Any]) -> Bin:
    matches, came = len(np.unique(match_ids)), float(np.mean(won))
    low, high = wilson(round(came * matches), matches)
    return Bin(
        low=number / BINS,
        high=(number + 1) / BINS,
        moments=len(chance),
        matches=matches,
        said=float(np.mean(chance)),
        came=came,
        came_low=min(low, came),
        came_high=max(high, came),
    )
