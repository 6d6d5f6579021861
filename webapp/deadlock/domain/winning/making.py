"""Making a model: fit it on four matches in five, judge it on the rest beside simpler guesses."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

import numpy as np
from numpy.typing import NDArray

from webapp.deadlock.domain.winning.features import KEYS, features_of
from webapp.deadlock.domain.winning.fit import fit_weights, is_held_out
from webapp.deadlock.domain.winning.judge import Score, bins_of, score_of
from webapp.deadlock.domain.winning.known import Known, Numbers
from webapp.deadlock.domain.winning.model import Model, chance_of

NEEDED: Final = 500
"""Matches below which no model is made: a calibration of fewer says nothing."""
NEEDED_IN_DEMO: Final = 100
GROWTH: Final = 1.1
"""How many times the matches of the current model make a new one worth the while."""
SOULS: Final = 2
"""The first figures are those of the soul lead alone."""


@dataclass(frozen=True, slots=True, eq=False)
class Samples:
    """Moments of many matches: what was known, which match, and whether side a won it."""

    known: Known
    match_ids: NDArray[np.int64]
    won_a: NDArray[np.bool_]

    @property
    def matches(self) -> int:
        """Count the matches."""
        return len(np.unique(self.match_ids))


def is_due(matches: int, current: Model | None, needed: int) -> bool:
    """Say whether there are enough matches, and enough new ones, to make a model."""
    if matches < needed:
        return False
    if current is None or not current.is_current:
        return True
    return matches >= GROWTH * (current.matches + current.held_matches)


def make_model(samples: Samples, fitted_at: datetime) -> Model:
    """Fit and judge a model; the weights are those that were judged."""
    figures, won = features_of(samples.known), samples.won_a
    held = np.isin(samples.match_ids, [one for one in _ids(samples) if is_held_out(one)])
    matches = len(np.unique(samples.match_ids[~held]))
    weights = fit_weights(figures[~held], won[~held], matches)
    chance = chance_of(weights, figures[held])
    model = Model(
        version="",
        fitted_at=fitted_at,
        keys=KEYS,
        weights=weights,
        matches=matches,
        held_matches=samples.matches - matches,
        moments=int(np.sum(~held)),
        held_moments=int(np.sum(held)),
        scores=(
            score_of("This model", chance, won[held]),
            _souls_alone(figures, won, held, matches),
            score_of("Even, always", np.full(int(np.sum(held)), 0.5), won[held]),
        ),
        bins=bins_of(chance, won[held], samples.match_ids[held]),
    )
    return replace(model, version=hashlib.sha256(repr(model).encode()).hexdigest()[:12])


def _souls_alone(
    figures: Numbers, won: NDArray[np.bool_], held: NDArray[np.bool_], matches: int
) -> Score:
    souls = figures[:, :SOULS]
    weights = fit_weights(souls[~held], won[~held], matches)
    return score_of("Soul lead alone", chance_of(weights, souls[held]), won[held])


def _ids(samples: Samples) -> list[int]:
    found: list[int] = np.unique(samples.match_ids).tolist()
    return found
