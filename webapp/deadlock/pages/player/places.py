"""Where a player's figures stand among the same hero's, match by match and in the middle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from webapp.deadlock.domain.across.players import OwnMatch
from webapp.deadlock.domain.benchmarks import Benchmarks
from webapp.deadlock.domain.metrics import KEYS, METRICS, Metric
from webapp.deadlock.pages.figures import figure
from webapp.matchplay.spreads import Placed

LAST = 10


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One metric of a player: the median, of how many, and the middle place among the same hero.

    `last` is that place over the newest LAST matches and `before` over those before them; None
    where there is nothing to place among.
    """

    key: str
    word: str
    unit: str
    better: str
    term_url: str
    group: str
    median: str
    n: int
    place: int | None
    last: int | None
    before: int | None


def figure_lines(own: Sequence[OwnMatch], usual: Benchmarks) -> tuple[FigureLine, ...]:
    """Give every metric that is recorded, oldest matches first."""
    lines = (_line(metric, own, usual) for metric in METRICS)
    return tuple(line for line in lines if line is not None)


def place_of(one: OwnMatch, key: str, usual: Benchmarks) -> Placed | None:
    """Say where a match's value stands among everybody's with the same hero, all ranks."""
    return usual.place(one.hero_id, None, key, one.values[KEYS.index(key)])


def _line(metric: Metric, own: Sequence[OwnMatch], usual: Benchmarks) -> FigureLine | None:
    at = KEYS.index(metric.key)
    told = [one for one in own if one.values[at] is not None]
    if not told:
        return None
    placed = [place_of(one, metric.key, usual) for one in told]
    places = [one.percentile for one in placed if one]
    values = [value for one in told if (value := one.values[at]) is not None]
    return FigureLine(
        key=metric.key,
        word=metric.word,
        unit=metric.unit,
        better=metric.better,
        term_url=f"/deadlock/method#{metric.term}",
        group=metric.group,
        median=figure(median(values), metric.decimals),
        n=len(told),
        place=_middle(places),
        last=_middle(places[-LAST:]) if len(places) > LAST else None,
        before=_middle(places[:-LAST]),
    )


def _middle(places: Sequence[float]) -> int | None:
    return round(median(places)) if places else None
