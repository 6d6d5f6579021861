"""The win chance model, and the column files it is made of."""

from __future__ import annotations

from typing import Final

import numpy as np
from sqlalchemy import func, select

from webapp.core.db import db
from webapp.deadlock.domain.winning.features import RECIPE, features_of
from webapp.deadlock.domain.winning.known import COLUMNS, Known
from webapp.deadlock.domain.winning.samples import MATCHED, NEEDED, NEEDED_IN_DEMO, PLAYED
from webapp.deadlock.models import DeadlockMatch
from webapp.deadlock.store.columns import scan
from webapp.matchplay.winning import Model, Samples
from webapp.matchroom.chances import KeptModels, Standing


def count_teaching() -> int:
    """Count the kept matches that teach."""
    counts = (
        (DeadlockMatch.provenance == "upstream")
        & DeadlockMatch.game_mode.in_(PLAYED)
        & DeadlockMatch.match_mode.in_(MATCHED)
        & DeadlockMatch.winning_team.in_((0, 1))
    )
    return db.session.scalar(select(func.count()).select_from(DeadlockMatch).where(counts)) or 0


def load_samples() -> Samples:
    """Give the moments of every match that counts, from the column files."""
    frame = scan("chances").collect()
    known = Known(**{name: frame[name].to_numpy().astype(np.float64) for name in COLUMNS})
    return Samples(
        features_of(known),
        frame["match_id"].to_numpy().astype(np.int64),
        frame["won_a"].to_numpy().astype(np.bool_),
    )


MODELS: Final = KeptModels("deadlock", RECIPE, count_teaching, NEEDED, NEEDED_IN_DEMO)
load_standing = MODELS.standing
save_model, forget_standing = MODELS.save, MODELS.forget


def load_model() -> Model | None:
    """Give the current model; None before there were enough matches."""
    return load_standing().model


__all__ = [
    "MODELS",
    "Standing",
    "count_teaching",
    "forget_standing",
    "load_model",
    "load_samples",
    "load_standing",
    "save_model",
]
