"""How the win chance is worked out, and how good it is: one page for the room."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from webapp.lol.domain.terms import TERMS, Term
from webapp.lol.domain.winning import RECIPE
from webapp.lol.store.chances import load_standing, load_versions, needed_matches
from webapp.matchplay.charts import LineChart
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
    """The model whole. `first` came with the program; `needed` games make one of one's own."""

    version: str
    fitted_at: datetime
    games: int
    judged_by: int
    moments: int
    first: bool
    demo: bool
    needed: int
    weights: tuple[WeightRow, ...]
    scores: tuple[ScoreLine, ...]
    bins: tuple[BinRow, ...]
    calibration: LineChart
    versions: tuple[VersionRow, ...]
    terms: dict[str, Term]


def chance_method_page() -> ChanceMethodPage:
    """Give the page that shows the model whole."""
    standing = load_standing()
    model = standing.model
    return ChanceMethodPage(
        version=model.version,
        fitted_at=model.fitted_at,
        games=model.matches,
        judged_by=model.held_matches,
        moments=model.moments,
        first=standing.first,
        demo=standing.demo,
        needed=needed_matches(),
        weights=weight_rows(RECIPE, model),
        scores=score_lines(model),
        bins=bin_rows(model),
        calibration=calibration_chart(model),
        versions=tuple(version_row(one, model) for one in load_versions()),
        terms={key: term for key, term in TERMS.items() if key.startswith("chance-")},
    )
