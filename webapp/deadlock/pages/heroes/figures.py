"""How a hero is played: each metric's middle, beside that of all heroes, from the benchmarks."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.deadlock.domain.benchmarks import ALL_HEROES, Benchmarks
from webapp.deadlock.domain.metrics import GROUPS, METRICS, Metric
from webapp.deadlock.domain.terms import TERMS
from webapp.deadlock.pages.figures import figure
from webapp.matchplay.spreads import Spread

MIDDLE = (0.25, 0.5, 0.75)


@dataclass(frozen=True, slots=True)
class MetricLine:
    """One metric of a hero: its median, its middle half, the median of all heroes, and n.

    `places` says where early quarter, median and late quarter stand among all heroes, in per cent.
    """

    key: str
    word: str
    unit: str
    group: str
    term_url: str
    median: str
    low: str
    high: str
    everyone: str
    n: int
    places: tuple[float, float, float] | None


@dataclass(frozen=True, slots=True)
class MetricGroup:
    """Metrics that belong together."""

    title: str
    lines: tuple[MetricLine, ...]


def metric_groups(usual: Benchmarks, hero_id: int, band: str | None) -> tuple[MetricGroup, ...]:
    """Give every metric that is recorded for a hero, by what it is about."""
    lines = metric_lines(usual, hero_id, band)
    groups = ((group, tuple(line for line in lines if line.group == group)) for group in GROUPS)
    return tuple(MetricGroup(title, found) for title, found in groups if found)


def metric_lines(usual: Benchmarks, hero_id: int, band: str | None) -> tuple[MetricLine, ...]:
    """Give every metric that is recorded for a hero, in the order of the metrics."""
    found = []
    for metric in METRICS:
        spread = usual.spreads.get((hero_id, band, metric.key))
        if spread:
            everyone = usual.spreads.get((ALL_HEROES, band, metric.key))
            found.append(_line(metric, spread, everyone))
    return tuple(found)


def _line(metric: Metric, spread: Spread, everyone: Spread | None) -> MetricLine:
    low, median, high = (spread.at(share) for share in MIDDLE)
    return MetricLine(
        key=metric.key,
        word=metric.word,
        unit=metric.unit,
        group=metric.group,
        term_url=f"/deadlock/method#{metric.term}" if metric.term in TERMS else "",
        median=figure(median, metric.decimals),
        low=figure(low, metric.decimals),
        high=figure(high, metric.decimals),
        everyone=figure(everyone.median, metric.decimals) if everyone else "",
        n=spread.n,
        places=_places(everyone, (low, median, high)) if everyone else None,
    )


def _places(everyone: Spread, values: tuple[float, float, float]) -> tuple[float, float, float]:
    low, median, high = (round(everyone.place(value).percentile, 1) for value in values)
    return low, median, high
