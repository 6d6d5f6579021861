"""One version of a model: its weights, what it was fitted on, and how well it did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import numpy as np
from numpy.typing import ArrayLike

from webapp.matchplay.winning.figures import Numbers, Recipe
from webapp.matchplay.winning.judge import Bin, Score


@dataclass(frozen=True, slots=True)
class Model:
    """Weights in the order of `keys`; moments and matches it was fitted on and judged by."""

    version: str
    fitted_at: datetime
    keys: tuple[str, ...]
    weights: tuple[float, ...]
    matches: int
    held_matches: int
    moments: int
    held_moments: int
    scores: tuple[Score, ...]
    bins: tuple[Bin, ...]
    form: int = 1

    def follows(self, recipe: Recipe) -> bool:
        """Say whether the weights belong to the figures as they are worked out today."""
        return self.form == recipe.form and self.keys == recipe.keys


@dataclass(frozen=True, slots=True)
class Part:
    """What one part does to a chance: its value, its pull in log-odds, the chance were it even."""

    word: str
    value: float
    pull: float
    without: float


def chance_of(weights: ArrayLike, figures: Numbers) -> Numbers:
    """Give side a's chance for each row of figures, 0 to 1; negated figures give 1 - p exactly."""
    return _squash(figures @ np.asarray(weights, dtype=np.float64))


def parts_of(recipe: Recipe, weights: tuple[float, ...], figures: Numbers) -> tuple[Part, ...]:
    """Take one moment's chance apart; figures of one part stand together."""
    pulls = figures * np.asarray(weights)
    return tuple(
        Part(
            word=word,
            value=float(figures[spots].sum()),
            pull=float(pulls[spots].sum()),
            without=float(_squash(np.asarray(pulls.sum() - pulls[spots].sum()))),
        )
        for word, spots in recipe.parts.items()
    )


def _squash(pull: Numbers) -> Numbers:
    """Turn log-odds into a chance; what is below 0 mirrors what is above it, to the last bit."""
    upper = 1 / (1 + np.exp(-np.abs(pull)))
    return np.where(pull >= 0, upper, 1 - upper)
