"""The win chance model: versions kept as datasets, the current one held in the process.

A demonstration's model has a name of its own: what was learned from generated matches is never
read by an installation of real ones, even on the same database.
"""

from __future__ import annotations

import hashlib
import threading
import time
from dataclasses import dataclass, field

import msgspec
import numpy as np
from sqlalchemy import func, select, update

from webapp.core.db import db
from webapp.core.models import Dataset
from webapp.core.objects import ObjectMissing, current_objects
from webapp.core.settings import current_settings
from webapp.deadlock.domain.winning.known import COLUMNS, Known
from webapp.deadlock.domain.winning.making import NEEDED, NEEDED_IN_DEMO, Samples
from webapp.deadlock.domain.winning.model import Model
from webapp.deadlock.domain.winning.samples import MATCHED, PLAYED
from webapp.deadlock.models import DeadlockMatch
from webapp.deadlock.store.columns import scan

LOOK_AGAIN_S = 15.0
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


@dataclass(slots=True)
class _Held:
    name: str = ""
    standing: Standing = field(default_factory=lambda: Standing(None, 0, NEEDED, demo=False))
    looked_at: float = float("-inf")
    lock: threading.Lock = field(default_factory=threading.Lock)


_held = _Held()


def load_model() -> Model | None:
    """Give the current model; None before there were enough matches."""
    return load_standing().model


def load_standing() -> Standing:
    """Give the current model or the way to the first; looks again every few seconds."""
    name = _name()
    if _held.name == name and time.monotonic() - _held.looked_at < LOOK_AGAIN_S:
        return _held.standing
    with _held.lock:
        _held.standing, _held.name = _look(name), name
        _held.looked_at = time.monotonic()
    return _held.standing


def forget_standing() -> None:
    """Make the next reader look for a newer model."""
    _held.looked_at = float("-inf")


def needed_matches() -> int:
    """Say how many matches a first model needs here."""
    return NEEDED_IN_DEMO if current_settings().demo else NEEDED


def save_model(model: Model) -> None:
    """Keep a model as a new version and make it current, in the caller's transaction."""
    body, name = msgspec.json.encode(model), _name()
    key = f"datasets/{name}/{model.version}.json"
    current_objects().put(key, body)
    db.session.execute(update(Dataset).where(Dataset.name == name).values(current=False))
    db.session.add(
        Dataset(
            name=name,
            version=model.version,
            fetched_at=model.fitted_at,
            object_key=key,
            sha256=hashlib.sha256(body).hexdigest(),
            current=True,
        )
    )


def load_versions() -> tuple[Model, ...]:
    """Give the models there were, newest first; a lost one is left out."""
    rows = db.session.scalars(
        select(Dataset)
        .where(Dataset.name == _name())
        .order_by(Dataset.fetched_at.desc())
        .limit(MOST_VERSIONS)
    )
    return tuple(model for row in rows if (model := _read(row)) is not None)


def load_samples() -> Samples:
    """Give the moments of every match that counts, from the column files."""
    frame = scan("chances").collect()
    known = Known(**{name: frame[name].to_numpy().astype(np.float64) for name in COLUMNS})
    return Samples(
        known,
        frame["match_id"].to_numpy().astype(np.int64),
        frame["won_a"].to_numpy().astype(np.bool_),
    )


def _name() -> str:
    return "deadlock.chance.demo" if current_settings().demo else "deadlock.chance"


def _look(name: str) -> Standing:
    row = db.session.scalar(select(Dataset).where(Dataset.name == name, Dataset.current.is_(True)))
    held = _held.standing.model if _held.name == name else None
    model = held if row and held and held.version == row.version else _read(row)
    usable = model if model and model.is_current else None
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


def _read(row: Dataset | None) -> Model | None:
    try:
        body = current_objects().get(row.object_key) if row else b""
        return msgspec.json.decode(body, type=Model) if body else None
    except (ObjectMissing, msgspec.DecodeError):
        return None
