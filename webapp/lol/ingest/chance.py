"""Make a new win chance model when there are enough new games: a job that comes around."""

from __future__ import annotations

from webapp.core.db import utc_now
from webapp.jobs import Run
from webapp.lol.domain.winning import RECIPE
from webapp.lol.store import chances
from webapp.matchplay.winning import is_due, make_model


def refresh_chance(run: Run) -> None:
    """Count the games, and fit and keep a model when it is time; else change nothing."""
    run.step(1, "Count the games")
    standing = chances.load_standing()
    own, needed = None if standing.first else standing.model, chances.needed_matches()
    if not is_due(chances.count_games(), own, needed):
        return
    samples = chances.load_samples()
    if not is_due(samples.matches, own, needed):
        return
    run.step(2, "Fit and judge a model")
    model = make_model(RECIPE, samples, utc_now())
    run.finish(lambda: chances.save_model(model))
    chances.forget_model()
