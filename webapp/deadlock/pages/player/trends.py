"""A player's figures over their gathered matches, beside what is usual for the same heroes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median

from webapp.deadlock.domain.across.players import OwnMatch
from webapp.deadlock.domain.benchmarks import Benchmarks
from webapp.deadlock.domain.metrics import KEYS, METRICS, Metric
from webapp.deadlock.domain.terms import TERMS, Term
from webapp.deadlock.pages.player.head import PlayerHead, Who, head_of
from webapp.deadlock.pages.player.narrowing import Filter
from webapp.deadlock.pages.player.own import load_own
from webapp.deadlock.pages.player.places import LAST, FigureLine, figure_lines, place_of
from webapp.deadlock.store import players
from webapp.deadlock.store.benchmarks import load_benchmarks
from webapp.deadlock.store.catalogue import load_catalogue
from webapp.matchplay.charts import LineChart, Series, line_chart
from webapp.matchplay.players.narrowing import Option, narrow

FIRST = "souls_per_minute"
LEAST = 2
WORDS = ("player-place", "player-last")


@dataclass(frozen=True, slots=True)
class TrendsPage:
    """A player's figures over time; charts are None below LEAST matches. `usual_*`: benchmarks.

    `among` says of how many the places of the chosen metric are at least and at most.
    """

    head: PlayerHead
    gathered: int
    metric: Metric
    metrics: tuple[Option, ...]
    values: LineChart | None
    places: LineChart | None
    among: tuple[int, int] | None
    figures: tuple[FigureLine, ...]
    last: int
    usual_at: datetime | None
    usual_matches: int
    query: str
    terms: dict[str, Term]


def trends_page(account_id: int, wanted: Filter, metric_key: str = FIRST) -> TrendsPage:
    """Give a player's figures over the matches gathered into column files."""
    names, usual = load_catalogue(), load_benchmarks()
    (played,) = load_own(account_id)
    who = Who(account_id, players.load_account(account_id))
    own = narrow(played, wanted)
    metric = METRICS[KEYS.index(metric_key if metric_key in KEYS else FIRST)]
    return TrendsPage(
        head=head_of(who, "trends", played, wanted, names),
        gathered=len(own),
        metric=metric,
        metrics=tuple(
            Option(one.key, f"{one.word} {one.unit}".strip(), one.key == metric.key)
            for one in METRICS
        ),
        values=_values(own, metric),
        places=_places(own, metric, usual),
        among=_among(own, metric, usual),
        figures=figure_lines(own, usual),
        last=LAST,
        usual_at=usual.computed_at,
        usual_matches=usual.matches,
        query=wanted.url() if wanted.parts else "",
        terms={key: TERMS[key] for key in WORDS},
    )


def _values(own: Sequence[OwnMatch], metric: Metric) -> LineChart | None:
    at = KEYS.index(metric.key)
    values = [value for one in own if (value := one.values[at]) is not None]
    return _chart(
        values,
        key="trend",
        title=f"{metric.word}, match by match",
        unit=metric.unit,
        form="decimal" if metric.decimals else "whole",
    )


def _places(own: Sequence[OwnMatch], metric: Metric, usual: Benchmarks) -> LineChart | None:
    placed = [place_of(one, metric.key, usual) for one in own]
    return _chart(
        [one.percentile / 100 for one in placed if one],
        key="trend-place",
        title=f"{metric.word}: place among the same hero, match by match",
        unit="",
        form="share",
    )


def _among(own: Sequence[OwnMatch], metric: Metric, usual: Benchmarks) -> tuple[int, int] | None:
    counts = [placed.n for one in own if (placed := place_of(one, metric.key, usual))]
    return (min(counts), max(counts)) if counts else None


def _chart(
    values: Sequence[float], *, key: str, title: str, unit: str, form: str
) -> LineChart | None:
    """Draw each match as a dot and the middle of the last ten as the line to follow."""
    if len(values) < LEAST:
        return None
    count = len(values)
    each = Series("each match", list(enumerate(values, start=1)), weight="quiet", label=False)
    middle = [(number, _rolling(values, number)) for number in range(1, count + 1)]
    return line_chart(
        (each, Series(f"middle of {LAST}", middle, weight="main", dots=False)),
        key=key,
        title=title,
        description=f"From {_word(values[0], form)} in the first of {count} matches to "
        f"{_word(values[-1], form)} in the last.",
        x="number",
        x_min=1,
        x_max=count,
        x_unit="match, oldest first",
        unit=unit,
        form=form,  # type: ignore[arg-type]
        middle=0.5 if form == "share" else None,
    )


def _rolling(values: Sequence[float], number: int) -> float:
    return median(values[max(0, number - LAST) : number])


def _word(value: float, form: str) -> str:
    return f"{value:.0%}" if form == "share" else f"{value:,.4g}"
