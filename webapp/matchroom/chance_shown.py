"""What pages show of a win chance model: the one in use, what is wanting for one, and it whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from webapp.matchplay.charts import LineChart
from webapp.matchplay.terms import Term
from webapp.matchplay.winning import Model
from webapp.matchplay.winning.shown import (
    BinRow,
    ScoreLine,
    VersionRow,
    WeightRow,
    bin_rows,
    calibration_chart,
    score_lines,
    version_row,
    weight_rows,
)
from webapp.matchroom.chances import KeptModels, Standing


@dataclass(frozen=True, slots=True)
class ModelNote:
    """Which model speaks, and how many matches it learned from and was judged by."""

    version: str
    fitted_at: datetime
    matches: int
    held_matches: int
    demo: bool


@dataclass(frozen=True, slots=True)
class Shortage:
    """No model yet: so many matches of so many."""

    matches: int
    needed: int
    demo: bool


@dataclass(frozen=True, slots=True)
class ChanceMethodPage:
    """The model's weights, marks and calibration, the versions there were, and their terms."""

    model: Model | None
    shortage: Shortage | None
    demo: bool
    weights: tuple[WeightRow, ...]
    scores: tuple[ScoreLine, ...]
    bins: tuple[BinRow, ...]
    calibration: LineChart | None
    versions: tuple[VersionRow, ...]
    terms: dict[str, Term]


def model_note(standing: Standing) -> ModelNote | None:
    """Name the model in use; None before there is one."""
    one = standing.model
    if one is None:
        return None
    return ModelNote(one.version, one.fitted_at, one.matches, one.held_matches, standing.demo)


def shortage_of(standing: Standing) -> Shortage | None:
    """Say how many matches there are for a first model; None once there is one."""
    if standing.model:
        return None
    return Shortage(standing.matches, standing.needed, standing.demo)


def chance_method_page(models: KeptModels, terms: Mapping[str, Term]) -> ChanceMethodPage:
    """Give the page that shows a game's model whole, with those of its terms it is told in."""
    standing = models.standing()
    model = standing.model
    return ChanceMethodPage(
        model=model,
        shortage=shortage_of(standing),
        demo=standing.demo,
        weights=weight_rows(models.recipe, model) if model else (),
        scores=score_lines(model) if model else (),
        bins=bin_rows(model) if model else (),
        calibration=calibration_chart(model) if model else None,
        versions=tuple(version_row(one, model) for one in models.versions()),
        terms={key: term for key, term in terms.items() if key.startswith("chance-")},
    )
