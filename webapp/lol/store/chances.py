"""The win chance model: versions kept as datasets, the current one held in the process.

Until an installation has kept enough games of its own, the model that comes with the program
speaks. A demonstration's model has a name of its own, for it was learned from invented games.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec
import zstandard
from sqlalchemy import ColumnElement, func, select

from webapp.core.datasets import HeldDataset, make_current, place_dataset, read_dataset
from webapp.core.db import db
from webapp.core.models import Dataset
from webapp.core.settings import current_settings
from webapp.lol.domain.analysis.known import Known
from webapp.lol.domain.modes import UNDECIDED
from webapp.lol.domain.winning import RECIPE, first_model
from webapp.lol.domain.winning.samples import NEEDED, NEEDED_IN_DEMO, QUEUES, samples_of
from webapp.lol.models import LolMatch, LolSlice
from webapp.matchplay.winning import Model, Samples

REAL, DEMONSTRATION = "lol.chance", "lol.chance.demo"
MOST_VERSIONS = 20
MOST_MATCHES = 20_000
"""The newest so many teach: older patches are another game by and by."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The model in use; `first` says that it is the one that came with the program."""

    model: Model
    first: bool
    demo: bool

    @property
    def mark(self) -> str:
        """Name it for a page's version."""
        return self.model.version


def load_standing() -> Standing:
    """Give the model in use; looks for a newer one every few seconds."""
    found = _held[_name()].load()
    usable = found if found and found.follows(RECIPE) else None
    return Standing(usable or first_model(), usable is None, current_settings().demo)


def load_model() -> Model:
    """Give the model in use."""
    return load_standing().model


def forget_model() -> None:
    """Make the next reader look for a newer model."""
    for held in _held.values():
        held.forget()


def needed_matches() -> int:
    """Say how many matches a model of one's own needs here."""
    return NEEDED_IN_DEMO if current_settings().demo else NEEDED


def count_games() -> int:
    """Count the kept games that teach, as many as would be read."""
    query = select(func.count()).select_from(LolMatch).where(*_teaching())
    return min(db.session.scalar(query) or 0, MOST_MATCHES)


def save_model(model: Model) -> None:
    """Keep a model as a new version and make it current, in the caller's transaction."""
    placed = place_dataset(_name(), msgspec.json.encode(model))
    make_current(_name(), model.version, placed, model.fitted_at)


def load_versions() -> tuple[Model, ...]:
    """Give the models there were, newest first, and last the one that came with the program."""
    rows = db.session.scalars(
        select(Dataset)
        .where(Dataset.name == _name())
        .order_by(Dataset.fetched_at.desc())
        .limit(MOST_VERSIONS)
    )
    kept = (read_dataset(row, _parse) for row in rows)
    return (*(one for one in kept if one is not None), first_model())


def load_samples() -> Samples:
    """Give the frames of every game that teaches, from the slices of the kept matches."""
    return samples_of(_games())


def _games() -> Iterator[tuple[str, str, Known]]:
    query = (
        select(LolMatch.match_id, LolMatch.winning_side, LolSlice.body)
        .join(LolSlice, LolSlice.match_id == LolMatch.match_id)
        .where(LolSlice.name == "known", *_teaching())
        .order_by(LolMatch.started_at.desc())
        .limit(MOST_MATCHES)
    )
    inflate = zstandard.ZstdDecompressor()
    for match_id, winner, body in db.session.execute(query.execution_options(yield_per=200)):
        yield match_id, winner or "", msgspec.json.decode(inflate.decompress(body), type=Known)


def _teaching() -> tuple[ColumnElement[bool], ...]:
    """Leave the games that teach: fetched with a timeline, of five against five, and won."""
    return (
        LolMatch.provenance == "upstream",
        LolMatch.timeline_key.is_not(None),
        LolMatch.layout == "rift",
        LolMatch.queue_id.in_(QUEUES),
        LolMatch.winning_side.in_(("a", "b")),
        LolMatch.outcome.not_in(UNDECIDED),
    )


def _name() -> str:
    return DEMONSTRATION if current_settings().demo else REAL


def _parse(_row: Dataset, body: bytes) -> Model:
    return msgspec.json.decode(body, type=Model)


_held = {name: HeldDataset[Model | None](name, _parse, None) for name in (REAL, DEMONSTRATION)}
