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
from webapp.matchplay.winning.judge import Score, bins_of, score_of
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
    chance, won = chance_of(weights, samples.figures[held]), samples.won_a[held]
    model = Model(
        version="",
        fitted_at=fitted_at,
        keys=recipe.keys,
        weights=weights,
        matches=matches,
        held_matches=samples.matches - matches,
        moments=int(np.sum(~held)),
        held_moments=int(np.sum(held)),
        scores=(
            score_of("This model", chance, won),
            _alone(recipe, samples, held, matches),
            score_of("Even, always", np.full(len(won), 0.5), won),
        ),
        bins=bins_of(chance, won, samples.match_ids[held]),
        form=recipe.form,
    )
    return replace(model, version=version_of(model))


def version_of(model: Model) -> str:
    """Name a model by all it holds beside its name."""
    return hashlib.sha256(repr(replace(model, version="")).encode()).hexdigest()[:12]


def _alone(recipe: Recipe, samples: Samples, held: NDArray[np.bool_], matches: int) -> Score:
    simple = samples.figures[:, : recipe.alone]
    weights = fit_weights(simple[~held], samples.won_a[~held], matches)
    return score_of(recipe.alone_word, chance_of(weights, simple[held]), samples.won_a[held])


def _ids(samples: Samples) -> list[Any]:
    found: list[Any] = np.unique(samples.match_ids).tolist()
    return found


def make_small_model(recipe: Recipe, samples: Samples, fitted_at: datetime) -> Model:
    """Fit a model on few matches, none to spare: each is judged by a model of all the others.

    `held_matches` is 0 then: every match was fitted on, and the marks are those of the others.
    The pull to 0 is stronger, for few matches prove little.
    """
    ids, everyone = _ids(samples), samples.matches
    chance, simple = np.zeros(len(samples.won_a)), np.zeros(len(samples.won_a))
    for one in ids:
        out = samples.match_ids == one
        chance[out] = _judged(samples.figures, samples.won_a, out, everyone - 1)
        alone = samples.figures[:, : recipe.alone]
        simple[out] = _judged(alone, samples.won_a, out, everyone - 1)
    won = samples.won_a
    model = Model(
        version="",
        fitted_at=fitted_at,
        keys=recipe.keys,
        weights=fit_weights(samples.figures, won, everyone, SMALL_RIDGE),
        matches=everyone,
        held_matches=0,
        moments=len(won),
        held_moments=len(won),
        scores=(
            score_of("This model", chance, won),
            score_of(recipe.alone_word, simple, won),
            score_of("Even, always", np.full(len(won), 0.5), won),
        ),
        bins=bins_of(chance, won, samples.match_ids),
        form=recipe.form,
    )
    return replace(model, version=version_of(model))


def _judged(figures: Numbers, won: NDArray[np.bool_], out: NDArray[np.bool_], n: int) -> Numbers:
    return chance_of(fit_weights(figures[~out], won[~out], n, SMALL_RIDGE), figures[out])
