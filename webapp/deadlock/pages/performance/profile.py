"""One player in full: every figure beside the other eleven and beside other matches.

Figures are of the chosen stretch. Places among other matches are of the whole match, whatever was
chosen: other matches are known as a whole alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from webapp.deadlock.domain.analysis import Performance
from webapp.deadlock.domain.analysis.performance.values import Values
from webapp.deadlock.domain.analytics import Analytics
from webapp.deadlock.domain.benchmarks import Benchmarks
from webapp.deadlock.domain.catalogue import Catalogue
from webapp.deadlock.domain.metrics import METRICS, Metric
from webapp.deadlock.domain.metrics_over import Window
from webapp.deadlock.domain.terms import TERMS, Term
from webapp.deadlock.pages.performance.awards import AwardLine, award_lines
from webapp.deadlock.pages.performance.people import Person
from webapp.deadlock.pages.performance.ranges import RangeLine, range_lines
from webapp.deadlock.pages.performance.stretches import Stretches, stretches_of
from webapp.deadlock.pages.performance.tables import written
from webapp.matchplay.spreads import Place, place_said


@dataclass(frozen=True, slots=True)
class ProfileLine:
    """One figure: its value, its rank in the match, and its places among other matches.

    `whole` is the value of the whole match where `value` and `rank` are of a stretch, else empty.
    """

    key: str
    word: str
    unit: str
    term: Term
    value: str
    rank: str
    whole: str
    here: Place | None
    band: Place | None
    archive: Place | None


@dataclass(frozen=True, slots=True)
class ProfileGroup:
    """Figures that belong together."""

    title: str
    lines: tuple[ProfileLine, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """One player's figures, ranges and awards; `shown` is empty for the whole match.

    `counted` says whether the match has the game's counters, which ranges are told from.
    """

    person: Person
    shown: str
    groups: tuple[ProfileGroup, ...]
    stretches: Stretches
    counted: bool
    ranges: tuple[RangeLine, ...]
    awards: tuple[AwardLine, ...]
    pings: int

    @property
    def places(self) -> tuple[str, ...]:
        """Name what anything is known among: "here", "band" (the same ranks) and "archive"."""
        lines = [line for group in self.groups for line in group.lines]
        known = ("here", "band", "archive")
        return tuple(name for name in known if any(getattr(line, name) for line in lines))


@dataclass(frozen=True, slots=True)
class Measures:
    """What figures are placed among: stored matches, those of a rank band, the archive's."""

    benchmarks: Benchmarks
    band: str | None
    analytics: Analytics


@dataclass(frozen=True, slots=True)
class Stretch:
    """What is shown of the match: its words, its samples, and everybody's figures over it.

    There are no words and no figures for the whole match.
    """

    said: str
    window: Window
    values: Sequence[Values]


def profile_of(  # noqa: PLR0913 - all that a profile is made of
    performance: Performance,
    person: Person,
    measures: Measures,
    names: Catalogue,
    *,
    stretch: Stretch,
    url: str,
) -> Profile:
    """Gather one player's profile over a stretch; `url` is the tab's own."""
    column = [one.slot for one in performance.players].index(person.slot)
    series = performance.series[column]
    whole = [one.values for one in performance.players]
    lines = [
        _line(metric, column, [one[spot] for one in whole], person, measures)
        for spot, metric in enumerate(METRICS)
    ]
    if stretch.said:
        lines = [
            _over(line, metric, column, [one[spot] for one in stretch.values])
            for spot, (line, metric) in enumerate(zip(lines, METRICS, strict=True))
        ]
    groups = groupby(zip(METRICS, lines, strict=True), key=lambda pair: pair[0].group)
    return Profile(
        person=person,
        shown=stretch.said,
        groups=tuple(
            ProfileGroup(title, tuple(line for _, line in pairs)) for title, pairs in groups
        ),
        stretches=stretches_of(performance, series, url),
        counted=bool(series.counters),
        ranges=range_lines(series, stretch.window.aim),
        awards=award_lines(series, names),
        pings=len(series.pings),
    )


def _line(
    metric: Metric,
    column: int,
    values: Sequence[float | None],
    person: Person,
    measures: Measures,
) -> ProfileLine:
    value = values[column]
    return ProfileLine(
        key=metric.key,
        word=metric.word,
        unit=metric.unit,
        term=TERMS[metric.term],
        value=_written(metric, value),
        rank=_rank(metric, value, values),
        whole="",
        here=_here(metric, person.hero_id, None, value, measures.benchmarks),
        band=_band(metric, person.hero_id, value, measures),
        archive=_archive(metric, person.hero_id, value, measures.analytics),
    )


def _over(
    line: ProfileLine, metric: Metric, column: int, values: Sequence[float | None]
) -> ProfileLine:
    """Put what a figure came to over a stretch in the place of the whole match."""
    value = values[column]
    rank = _rank(metric, value, values)
    return replace(line, value=_written(metric, value), rank=rank, whole=line.value)


def _written(metric: Metric, value: float | None) -> str:
    return "" if value is None else written(value, metric.decimals)


def _rank(metric: Metric, value: float | None, values: Sequence[float | None]) -> str:
    """Say the rank among those it is recorded for: 1 is best, or most where neither is better."""
    if value is None:
        return ""
    known = [one for one in values if one is not None]
    ahead = sum(one < value if metric.better == "low" else one > value for one in known)
    return f"{ahead + 1} of {len(known)}"


def _here(
    metric: Metric, hero_id: int, band: str | None, value: float | None, benchmarks: Benchmarks
) -> Place | None:
    placed = benchmarks.place(hero_id, band, metric.key, value)
    if placed is None:
        return None
    return place_said(placed, written(placed.median, metric.decimals))


def _band(metric: Metric, hero_id: int, value: float | None, measures: Measures) -> Place | None:
    if measures.band is None:
        return None
    return _here(metric, hero_id, measures.band, value, measures.benchmarks)


def _archive(
    metric: Metric, hero_id: int, value: float | None, analytics: Analytics
) -> Place | None:
    placed = analytics.place(hero_id, metric.key, value)
    if placed is None:
        return None
    return place_said(placed, written(placed.median, metric.decimals))
