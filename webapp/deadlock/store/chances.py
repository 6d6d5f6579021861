"""The win chance model: versions kept as datasets, the current one held in the process.

A demonstration's model has a name of its own: what was learned from generated matches is never
read by an installation of real ones, even on the same database.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import msgspec
import numpy as np
from sqlalchemy import func, select

from webapp.core.datasets import current_dataset, make_current, place_dataset, read_dataset
from webapp.core.db import db
from webapp.core.models import Dataset
from webapp.core.settings import current_settings
from webapp.core.watched import Watched
from webapp.deadlock.domain.winning.features import RECIPE, features_of
from webapp.deadlock.domain.winning.known import COLUMNS, Known
from webapp.deadlock.domain.winning.samples import MATCHED, NEEDED, NEEDED_IN_DEMO, PLAYED
from webapp.deadlock.models import DeadlockMatch
from webapp.deadlock.store.columns import scan
from webapp.matchplay.winning import Model, Samples

REAL, DEMONSTRATION = "deadlock.chance", "deadlock.chance.demo"
MOST_VERSIONS = 20


@dataclass(frozen=True, slots=True)
class Standing:
    """How the model stands: the current one, or how many of the needed matches there are."""

    model: Model | None
    matches: int
    needed: int
    demo: bool

    @property
    def mark(self) -> str:
        """Name all this for a page's version."""
        return self.model.version if self.model else f"{self.matches} of {self.needed}"


def load_model() -> Model | None:
    """Give the current model; None before there were enough matches."""
    return load_standing().model


def load_standing() -> Standing:
    """Give the current model or the way to the first; looks again every few seconds."""
    return _standings[_name()].get()


def forget_standing() -> None:
    """Make the next reader look for a newer model."""
    for standing in _standings.values():
        standing.forget()


def needed_matches() -> int:
    """Say how many matches a first model needs here."""
    return NEEDED_IN_DEMO if current_settings().demo else NEEDED


def save_model(model: Model) -> None:
    """Keep a model as a new version and make it current, in the caller's transaction."""
    name = _name()
    placed = place_dataset(name, msgspec.json.encode(model))
    make_current(name, model.version, placed, model.fitted_at)


def load_versions() -> tuple[Model, ...]:
    """Give the models there were, newest first; a lost one is left out."""
    rows = db.session.scalars(
        select(Dataset)
        .where(Dataset.name == _name())
        .order_by(Dataset.fetched_at.desc())
        .limit(MOST_VERSIONS)
    )
    return tuple(model for row in rows if (model := read_dataset(row, _parse)) is not None)


def load_samples() -> Samples:
    """Give the moments of every match that counts, from the column files."""
    frame = scan("chances").collect()
    known = Known(**{name: frame[name].to_numpy().astype(np.float64) for name in COLUMNS})
    return Samples(
        features_of(known),
        frame["match_id"].to_numpy().astype(np.int64),
        frame["won_a"].to_numpy().astype(np.bool_),
    )


def _name() -> str:
    return DEMONSTRATION if current_settings().demo else REAL


def _look(name: str, held: Standing) -> Standing:
    row = current_dataset(name)
    known = held.model if row and held.model and held.model.version == row.version else None
    model = known or (read_dataset(row, _parse) if row else None)
    usable = model if model and model.follows(RECIPE) else None
    matches = 0 if usable else _count()
    return Standing(usable, matches, needed_matches(), current_settings().demo)


def _count() -> int:
    counts = (
        (DeadlockMatch.provenance == "upstream")
        & DeadlockMatch.game_mode.in_(PLAYED)
        & DeadlockMatch.match_mode.in_(MATCHED)
        & DeadlockMatch.winning_team.in_((0, 1))
    )
    return db.session.scalar(select(func.count()).select_from(DeadlockMatch).where(counts)) or 0


def _parse(_row: Dataset, body: bytes) -> Model:
    return msgspec.json.decode(body, type=Model)


_nothing = Standing(None, 0, NEEDED, demo=False)
_standings = {name: Watched(_nothing, partial(_look, name)) for name in (REAL, DEMONSTRATION)}
