"""Make a new win chance model when there are enough new matches: a job that comes around."""

from __future__ import annotations

from webapp.core.db import utc_now
from webapp.dota2.domain.winning import RECIPE
from webapp.dota2.store import chances
from webapp.jobs import Run
from webapp.matchplay.winning import is_due, make_model


def refresh_chance(run: Run) -> None:
    """Count the matches, and fit and keep a model when it is time; else change nothing."""
    run.step(1, "Count the matches")
    current, needed = chances.load_model(), chances.MODELS.needed()
    if not is_due(chances.count_teaching(), current, needed):
        return
    samples = chances.load_samples()
    if not is_due(samples.matches, current, needed):
        return
    run.step(2, "Fit and judge a model")
    model = make_model(RECIPE, samples, utc_now())
    run.finish(lambda: chances.save_model(model))
    chances.forget_standing()
