"""How the win chance is worked out, and how good it is: one page for the room."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.deadlock.domain.winning.features import RECIPE
from webapp.deadlock.pages.chance.view import Shortage
from webapp.deadlock.store.chances import load_standing, load_versions
from webapp.matchplay.charts import LineChart
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


@dataclass(frozen=True, slots=True)
class ChanceMethodPage:
    """The model's weights, marks and calibration, and the versions there were."""

    model: Model | None
    shortage: Shortage | None
    demo: bool
    weights: tuple[WeightRow, ...]
    scores: tuple[ScoreLine, ...]
    bins: tuple[BinRow, ...]
    calibration: LineChart | None
    versions: tuple[VersionRow, ...]


def chance_method_page() -> ChanceMethodPage:
    """Give the page that shows the model whole."""
    standing = load_standing()
    model = standing.model
    return ChanceMethodPage(
        model=model,
        shortage=None if model else Shortage(standing.matches, standing.needed, standing.demo),
        demo=standing.demo,
        weights=weight_rows(RECIPE, model) if model else (),
        scores=score_lines(model) if model else (),
        bins=bin_rows(model) if model else (),
        calibration=calibration_chart(model) if model else None,
        versions=tuple(version_row(one, model) for one in load_versions()),
    )
