"""A game's win chance model: versions kept as datasets, the current one held in the process.

A demonstration's model has a name of its own: what was learned from generated matches is never
read by an installation of real ones, even on the same database.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

import msgspec
from sqlalchemy import select

from webapp.core.datasets import current_dataset, make_current, place_dataset, read_dataset
from webapp.core.db import db
from webapp.core.models import Dataset
from webapp.core.settings import current_settings
from webapp.core.watched import Watched
from webapp.matchplay.winning import Model, Recipe

MOST_VERSIONS: Final = 20


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


class KeptModels:
    """One game's models. `count` counts the kept matches that teach."""

    def __init__(
        self, game: str, recipe: Recipe, count: Callable[[], int], needed: int, in_demo: int
    ) -> None:
        """Hold nothing yet: the first reader looks."""
        self._names = {False: f"{game}.chance", True: f"{game}.chance.demo"}
        self.recipe, self._count = recipe, count
        self._needs = {False: needed, True: in_demo}
        self._standings = {
            demo: Watched(Standing(None, 0, needs, demo), partial(self._look, demo))
            for demo, needs in self._needs.items()
        }

    def standing(self) -> Standing:
        """Give the current model or the way to the first; looks again every few seconds."""
        return self._standings[current_settings().demo].get()

    def forget(self) -> None:
        """Make the next reader look for a newer model."""
        for standing in self._standings.values():
            standing.forget()

    def needed(self) -> int:
        """Say how many matches a first model needs here."""
        return self._needs[current_settings().demo]

    def save(self, model: Model) -> None:
        """Keep a model as a new version and make it current, in the caller's transaction."""
        name = self._names[current_settings().demo]
        placed = place_dataset(name, msgspec.json.encode(model))
        make_current(name, model.version, placed, model.fitted_at)

    def versions(self) -> tuple[Model, ...]:
        """Give the models there were, newest first; a lost one is left out."""
        rows = db.session.scalars(
            select(Dataset)
            .where(Dataset.name == self._names[current_settings().demo])
            .order_by(Dataset.fetched_at.desc())
            .limit(MOST_VERSIONS)
        )
        return tuple(model for row in rows if (model := read_dataset(row, _parse)) is not None)

    def _look(self, demo: bool, held: Standing) -> Standing:  # noqa: FBT001 - which of the two
        row = current_dataset(self._names[demo])
        known = held.model if row and held.model and held.model.version == row.version else None
        model = known or (read_dataset(row, _parse) if row else None)
        usable = model if model and model.follows(self.recipe) else None
        return Standing(usable, 0 if usable else self._count(), self.needed(), demo)


def _parse(_row: Dataset, body: bytes) -> Model:
    return msgspec.json.decode(body, type=Model)
