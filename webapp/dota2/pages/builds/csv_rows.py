"""Purchases, ability points and figures by the minute as flat rows, for CSV."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from webapp.dota2.domain.analysis.benchmarks import METRICS, Benchmarks
from webapp.dota2.domain.analysis.builds import Builds
from webapp.dota2.domain.analysis.moments import Moments
from webapp.dota2.pages.builds.measured import places_of
from webapp.matchroom.moment import Moment
from webapp.matchroom.panels import Query


class _Player(Protocol):
    @property
    def slot(self) -> int: ...


P = TypeVar("P", bound=_Player)


@dataclass(frozen=True, slots=True)
class PurchaseLine:
    """One purchase, by the item's engine name.

    `earned` and `net_worth` are the buyer's at the last full minute by then.
    """

    slot: int
    hero_id: int
    at_s: int
    item: str
    charges: int | None
    earned: int | None
    net_worth: int | None


@dataclass(frozen=True, slots=True)
class PointLine:
    """One ability point, by the ability's number; the second counts from the draft's start."""

    slot: int
    hero_id: int
    number: int
    level: int | None
    since_draft_s: int | None
    ability_id: int


@dataclass(frozen=True, slots=True)
class MetricLine:
    """One figure of one player; `share` is OpenDota's, from 0 to 1.

    `place` is the per cent of the same hero's stored matches below, of `place_n`; `rank_place`
    and `rank_n` the same among players of like rank.
    """

    slot: int
    hero_id: int
    metric: str
    value: float | None
    upstream: float | None
    share: float | None
    place: float | None
    place_n: int
    rank_place: float | None
    rank_n: int


def purchase_lines(loaded: Any, moment: Moment, query: Query) -> list[PurchaseLine]:
    """Give every purchase by then, or in the span: everybody's, or the chosen player's."""
    builds: Builds = loaded.slices["builds"]
    moments: Moments = loaded.slices["moments"]
    return [
        PurchaseLine(one.slot, one.hero_id, *columns, moments.at(one.slot, "net_worth", columns[0]))
        for one in _asked(builds.players, query)
        if (log := one.purchases) is not None
        for columns in zip(log.at_s, log.item, log.charges, log.earned, strict=True)
        if moment.reach[0] <= columns[0] <= moment.reach[1]
    ]


def point_lines(loaded: Any, _moment: Moment, query: Query) -> list[PointLine]:
    """Give ability points in order: everybody's, or the chosen player's."""
    builds: Builds = loaded.slices["builds"]
    return [
        PointLine(one.slot, one.hero_id, number, level, since_draft_s, ability_id)
        for one in _asked(builds.players, query)
        for number, (ability_id, level, since_draft_s) in enumerate(
            zip(one.abilities or (), one.levels or (), one.clocks_s or (), strict=True), start=1
        )
    ]


def metric_lines(loaded: Any, _moment: Moment, query: Query) -> list[MetricLine]:
    """Give figures, ours and OpenDota's, with their places: everybody's, or one player's."""
    benchmarks: Benchmarks = loaded.slices["benchmarks"]
    return [
        MetricLine(one.slot, one.hero_id, *told, at.here, at.here_n, at.ranks, at.ranks_n)
        for one in _asked(benchmarks.players, query)
        for told, at in zip(
            zip(METRICS, one.values, one.upstream, one.shares, strict=True),
            places_of(loaded, one),
            strict=True,
        )
    ]


def _asked(players: Sequence[P], query: Query) -> Sequence[P]:
    """Keep the chosen player; everybody where nobody who played is asked for."""
    return [one for one in players if str(one.slot) == query.get("player")] or players
