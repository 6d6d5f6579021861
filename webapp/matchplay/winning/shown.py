"""A model as its method page shows it: weights, marks, calibration, versions. Words, all of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import numpy as np

from webapp.matchplay.charts import LineChart, Series, line_chart
from webapp.matchplay.tables import csv_of
from webapp.matchplay.winning.figures import Recipe
from webapp.matchplay.winning.model import Model, chance_of


@dataclass(frozen=True, slots=True)
class WeightRow:
    """One figure's weight in log-odds, and what one unit does to an even match, in points."""

    word: str
    unit: str
    weight: str
    points: str
    left_out: bool


@dataclass(frozen=True, slots=True)
class BinRow:
    """Moments of one band of chances: said on average, came true, with its interval."""

    band: str
    said: str
    came: str
    interval: str
    moments: int
    matches: int


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One guesser's marks."""

    name: str
    brier: str
    log_loss: str


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version of the model."""

    version: str
    fitted_at: datetime
    matches: int
    brier: str
    log_loss: str
    current: bool


TABLES: Final[Mapping[str, type[Any]]] = {
    "bins": BinRow,
    "scores": ScoreLine,
    "versions": VersionRow,
    "weights": WeightRow,
}
"""The tables of a method page, by the fields they are in, and what their rows are made of."""


def method_csv(page: Any, name: str) -> str:
    """Write one of the tables of a game's method page as CSV."""
    return csv_of(getattr(page, name), TABLES[name])


def weight_rows(recipe: Recipe, model: Model) -> tuple[WeightRow, ...]:
    """Give every figure with its weight."""
    moved = 100 * (chance_of([1.0], np.asarray(model.weights)[:, None]) - 0.5)
    return tuple(
        WeightRow(one.word, one.unit, f"{weight:.3f}", f"{points:.1f}", weight == 0)
        for one, weight, points in zip(recipe.features, model.weights, moved.tolist(), strict=True)
    )


def bin_rows(model: Model) -> tuple[BinRow, ...]:
    """Give the bands of chances there were."""
    return tuple(
        BinRow(
            band=f"{one.low * 100:.0f}–{one.high * 100:.0f}",
            said=f"{one.said * 100:.0f}",
            came=f"{one.came * 100:.0f}",
            interval=f"{one.came_low * 100:.0f}–{one.came_high * 100:.0f}",
            moments=one.moments,
            matches=one.matches,
        )
        for one in model.bins
    )


def score_lines(model: Model) -> tuple[ScoreLine, ...]:
    """Give the model's marks, and those of simpler guesses beside."""
    return tuple(
        ScoreLine(one.name, f"{one.brier:.3f}", f"{one.log_loss:.3f}") for one in model.scores
    )


def version_row(one: Model, current: Model | None) -> VersionRow:
    """Give a line about one version; `current` is the one in use."""
    score = one.scores[0]
    return VersionRow(
        version=one.version,
        fitted_at=one.fitted_at,
        matches=one.matches + one.held_matches,
        brier=f"{score.brier:.3f}",
        log_loss=f"{score.log_loss:.3f}",
        current=current is not None and one.version == current.version,
    )


def calibration_chart(model: Model) -> LineChart:
    """Draw what came true over what was said."""
    ruler = Series("", [(0.0, 0.0), (1.0, 1.0)], weight="quiet", dash=1, dots=False)
    came = Series(
        "Came true",
        [(one.said, one.came) for one in model.bins],
        weight="main",
        band=[(one.said, one.came_low, one.came_high) for one in model.bins],
        counts=[one.moments for one in model.bins],
    )
    return line_chart(
        [ruler, came],
        key="calibration",
        title="Said and came true",
        description="A perfect model lies on the dashed line; the band is the 95 % interval, "
        "n the moments behind a point.",
        x="share",
        x_max=1.0,
        x_unit="chance the model said",
        form="share",
        unit="came true",
        caption="Average chance said, and how often it came true",
    )
