"""Making a model: fit it on four matches in five, judge it on the rest beside simpler guesses."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from webapp.matchplay.winning.figures import Numbers, Recipe
from webapp.matchplay.winning.fit import fit_weights, is_held_out
from webapp.matchplay.winning.judge import bins_of, score_of
from webapp.matchplay.winning.model import Model, chance_of

GROWTH: Final = 1.1
"""How many times the matches of the current model make a new one worth the while."""
SMALL_RIDGE: Final = 5.0
"""Of 0.3 to 15 the pull under which seven real games of one game judged each other best."""


@dataclass(frozen=True, slots=True, eq=False)
class Samples:
    """Moments of many matches: a row of figures each, which match, and whether side a won it."""

    figures: Numbers
    match_ids: NDArray[Any]
    won_a: NDArray[np.bool_]

    @property
    def matches(self) -> int:
        """Count the matches."""
        return len(np.unique(self.match_ids))


def is_due(matches: int, current: Model | None, needed: int) -> bool:
    """Say whether there are enough matches, and enough new ones; `current` is one still used."""
    if matches < needed:
        return False
    return current is None or matches >= GROWTH * (current.matches + current.held_matches)


def make_model(recipe: Recipe, samples: Samples, fitted_at: datetime) -> Model:
    """Fit and judge a model; the weights are those that were judged."""
    held = np.isin(samples.match_ids, [one for one in _ids(samples) if is_held_out(one)])
    matches = len(np.unique(samples.match_ids[~held]))
    weights = fit_weights(samples.figures[~held], samples.won_a[~held], matches)
    simple = samples.figures[:, : recipe.alone]
    alone = fit_weights(simple[~held], samples.won_a[~held], matches)
    return _model(
        recipe,
        fitted_at,
        weights,
        _Judged(
            chance_of(weights, samples.figures[held]),
            chance_of(alone, simple[held]),
            samples.won_a[held],
            samples.match_ids[held],
        ),
        _Counts(matches, samples.matches - matches, int(np.sum(~held))),
    )


def make_small_model(recipe: Recipe, samples: Samples, fitted_at: datetime) -> Model:
    """Fit a model on few matches, none to spare: each is judged by a model of all the others.

    `held_matches` is 0 then: every match was fitted on, and the marks are those of the others.
    The pull to 0 is stronger, for few matches prove little.
    """
    won, everyone = samples.won_a, samples.matches
    return _model(
        recipe,
        fitted_at,
        fit_weights(samples.figures, won, everyone, SMALL_RIDGE),
        _Judged(
            _each_by_others(samples, samples.figures),
            _each_by_others(samples, samples.figures[:, : recipe.alone]),
            won,
            samples.match_ids,
        ),
        _Counts(everyone, 0, len(won)),
    )


def version_of(model: Model) -> str:
    """Name a model by all it holds beside its name."""
    return hashlib.sha256(repr(replace(model, version="")).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True, eq=False)
class _Judged:
    """Chances of moments that judge, those of the simpler guess, and what came true."""

    chance: Numbers
    alone: Numbers
    won: NDArray[np.bool_]
    match_ids: NDArray[Any]


@dataclass(frozen=True, slots=True)
class _Counts:
    """Matches fitted on, matches that only judged, moments fitted on."""

    matches: int
    held_matches: int
    moments: int


def _model(
    recipe: Recipe,
    fitted_at: datetime,
    weights: tuple[float, ...],
    judged: _Judged,
    counts: _Counts,
) -> Model:
    won = judged.won
    model = Model(
        version="",
        fitted_at=fitted_at,
        keys=recipe.keys,
        weights=weights,
        matches=counts.matches,
        held_matches=counts.held_matches,
        moments=counts.moments,
        held_moments=len(won),
        scores=(
            score_of("This model", judged.chance, won),
            score_of(recipe.alone_word, judged.alone, won),
            score_of("Even, always", np.full(len(won), 0.5), won),
        ),
        bins=bins_of(judged.chance, won, judged.match_ids),
        form=recipe.form,
    )
    return replace(model, version=version_of(model))


def _each_by_others(samples: Samples, figures: Numbers) -> Numbers:
    """Give each match's chances by weights fitted on all the others."""
    chance, fewer = np.zeros(len(figures)), samples.matches - 1
    for one in _ids(samples):
        out = samples.match_ids == one
        weights = fit_weights(figures[~out], samples.won_a[~out], fewer, SMALL_RIDGE)
        chance[out] = chance_of(weights, figures[out])
    return chance


def _ids(samples: Samples) -> list[Any]:
    found: list[Any] = np.unique(samples.match_ids).tolist()
    return found
