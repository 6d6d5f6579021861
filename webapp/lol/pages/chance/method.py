"""How the win chance is worked out, and how good it is: one page for the room."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from webapp.lol.domain.terms import TERMS, Term
from webapp.lol.domain.winning import FEATURES
from webapp.lol.store.chances import load_standing, load_versions, needed_matches
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
    games: int


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
    games: int
    brier: str
    current: bool


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
        weights=_weights(model),
        scores=tuple(
            ScoreLine(one.name, f"{one.brier:.3f}", f"{one.log_loss:.3f}") for one in model.scores
        ),
        bins=_bins(model),
        calibration=_calibration(model),
        versions=tuple(_version(one, model) for one in load_versions()),
        terms={key: term for key, term in TERMS.items() if key.startswith("chance-")},
    )


def _weights(model: Model) -> tuple[WeightRow, ...]:
    import numpy as np

    moved = 100 * (chance_of([1.0], np.asarray(model.weights)[:, None]) - 0.5)
    return tuple(
        WeightRow(one.word, one.unit, f"{weight:.3f}", f"{points:.1f}", weight == 0)
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
            games=one.matches,
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


def _version(one: Model, current: Model) -> VersionRow:
    return VersionRow(
        version=one.version,
        fitted_at=one.fitted_at,
        games=one.matches + one.held_matches,
        brier=f"{one.scores[0].brier:.3f}",
        current=one.version == current.version,
    )
