"""Fitting the weights: logistic regression with a ridge and no intercept, by Newton's method.

Hosmer, Lemeshow, Sturdivant, Applied Logistic Regression, 3rd ed., ch. 1-2; the ridge as in
le Cessie, van Houwelingen (1992), Applied Statistics 41:191-201. No weight may be below 0: a
figure that would come out so is left out, the worst first, and the rest fitted again.
"""

from __future__ import annotations

import hashlib
from typing import Final

import numpy as np
from numpy.typing import NDArray

from webapp.matchplay.winning.figures import Numbers

RIDGE: Final = 1.0
"""Strength of the pull to 0, on figures of unit size, beside the matches' own weight of 1 each."""
MOST_STEPS: Final = 50
CLOSE: Final = 1e-9
ONE_IN: Final = 5


def is_held_out(match_id: int | str) -> bool:
    """Say whether a match judges the model and never fits it: one in five, by its name alone."""
    digest = hashlib.blake2s(str(match_id).encode(), digest_size=4).digest()
    return int.from_bytes(digest, "big") % ONE_IN == 0


def fit_weights(
    figures: Numbers, won: NDArray[np.bool_], matches: int, ridge: float = RIDGE
) -> tuple[float, ...]:
    """Give the weight of each column of `figures`; rows are moments, `won`: side a won.

    Moments of one match tell much the same, so all of them together weigh as many as there are
    matches.
    """
    size = np.sqrt(np.mean(figures**2, axis=0)) if len(figures) else np.zeros(figures.shape[1])
    kept = np.flatnonzero(size > 0)
    weights = np.zeros(figures.shape[1])
    while len(kept):
        scaled = figures[:, kept] / size[kept]
        found = _newton(scaled, won.astype(np.float64), matches / len(figures), ridge)
        if found.min() >= 0:
            weights[kept] = found / size[kept]
            break
        kept = np.delete(kept, found.argmin())
    return tuple(weights.tolist())


def _newton(x: Numbers, won: Numbers, weight: float, ridge: float) -> Numbers:
    """Climb to the top of the penalised likelihood; the ridge makes it one top."""
    found = np.zeros(x.shape[1])
    for _ in range(MOST_STEPS):
        chance = 1 / (1 + np.exp(-np.clip(x @ found, -30, 30)))
        slope = weight * (x.T @ (won - chance)) - ridge * found
        spread = weight * chance * (1 - chance)
        bend = (x * spread[:, None]).T @ x + ridge * np.eye(len(found))
        step = np.linalg.solve(bend, slope)
        found = found + step
        if np.abs(step).max() < CLOSE:
            break
    return found
