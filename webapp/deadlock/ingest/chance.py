"""Make a new win chance model when there are enough new matches: a job that comes around."""

from __future__ import annotations

from datetime import timedelta

from webapp.core.db import utc_now
from webapp.core.settings import current_settings
from webapp.deadlock.domain.winning.features import RECIPE
from webapp.deadlock.ingest.columns import ask_to_gather
from webapp.deadlock.store import chances
from webapp.jobs import Later, Run
from webapp.matchplay.winning import is_due, make_model

ASK_AGAIN = timedelta(seconds=20)
GIVE_UP_AFTER = timedelta(minutes=30)


def refresh_chance(run: Run) -> None:
    """Count the matches, and fit and keep a model when it is time; else change nothing.

    A demonstration has just asked for its matches: there the count is awaited for a while.
    """
    run.step(1, "Count the matches")
    samples = chances.load_samples()
    if not is_due(samples.matches, chances.load_model(), chances.MODELS.needed()):
        _await_demonstration(run, samples.matches)
        return
    run.step(2, "Fit and judge a model")
    model = make_model(RECIPE, samples, utc_now())
    run.finish(lambda: chances.save_model(model))
    chances.forget_standing()


def _await_demonstration(run: Run, gathered: int) -> None:
    """Come again soon, and have matches gathered as soon as enough of them are kept."""
    needed = chances.MODELS.needed()
    early = utc_now() - run.created_at < GIVE_UP_AFTER
    if not (current_settings().demo and gathered < needed and early):
        return
    chances.forget_standing()
    kept = chances.load_standing().matches
    if kept >= needed:
        ask_to_gather()
    raise Later(f"{kept} of {needed} generated matches are here.", utc_now() + ASK_AGAIN)
