"""How the win chance is worked out, and how good it is: one page for the room."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from webapp.deadlock.domain.winning.features import FEATURES
from webapp.deadlock.pages.chance.view import Shortage
from webapp.deadlock.store.chances import load_standing, load_versions
from webapp.matchplay.charts import LineChart, Series, line_chart
from webapp.matchplay.winning import Model, chance_of


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
        weights=_weights(model) if model else (),
        scores=tuple(
            ScoreLine(one.name, f"{one.brier:.3f}", f"{one.log_loss:.3f}") for one in model.scores
        )
        if model
        else (),
        bins=_bins(model) if model else (),
        calibration=_calibration(model) if model else None,
        versions=tuple(_version(one, model) for one in load_versions()),
    )


def _weights(model: Model) -> tuple[WeightRow, ...]:
    import numpy as np

    moved = 100 * (chance_of([1.0], np.asarray(model.weights)[:, None]) - 0.5)
    return tuple(
        WeightRow(
            word=one.word,
            unit=one.unit,
            weight=f"{weight:.3f}",
            points=f"{points:.1f}",
            left_out=weight == 0,
        )
        for one, weight, points in zip(FEATURES, model.weights, moved.tolist(), strict=True)
    )


def _bins(model: Model) -> tuple[BinRow, ...]:
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


def _calibration(model: Model) -> LineChart:
    ruler = Series("", [(0.0, 0.0), (1.0, 1.0)], weight="quiet", dash=1, dots=False)
    came = Series(
        "Came true",
        [(one.said, one.came) for one in model.bins],
        weight="main",
        band=[(one.said, one.came_low, one.came_high) for one in model.bins],
    )
    return line_chart(
        [ruler, came],
        key="calibration",
        title="Said and came true",
        description="A perfect model lies on the dashed line; the band is the 95 % interval.",
        x="share",
        x_max=1.0,
        x_unit="chance the model said",
        form="share",
        unit="came true",
        caption="Average chance said, and how often it came true",
    )


def _version(one: Model, current: Model | None) -> VersionRow:
    score = one.scores[0]
    return VersionRow(
        version=one.version,
        fitted_at=one.fitted_at,
        matches=one.matches + one.held_matches,
        brier=f"{score.brier:.3f}",
        log_loss=f"{score.log_loss:.3f}",
        current=current is not None and one.version == current.version,
    )
