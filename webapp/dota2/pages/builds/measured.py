"""One player's figures by the minute, each beside the same hero's here and at OpenDota."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from webapp.dota2.domain.analysis.benchmarks import METRICS, Measured
from webapp.dota2.domain.benchmarks import Usual
from webapp.dota2.domain.ranks import Band, band_of
from webapp.dota2.domain.winning.samples import is_usual
from webapp.dota2.store.benchmarks import load_usual
from webapp.matchplay.spreads import Place, place_said

WORDS: Final = {
    "gold_per_min": "Gold a minute",
    "xp_per_min": "XP a minute",
    "kills_per_min": "Kills a minute",
    "deaths_per_min": "Deaths a minute",
    "assists_per_min": "Assists a minute",
    "last_hits_per_min": "Last hits a minute",
    "denies_per_min": "Denies a minute",
    "hero_damage_per_min": "Hero damage a minute",
    "hero_healing_per_min": "Healing a minute",
    "tower_damage": "Tower damage",
    "stuns_per_min": "Stuns a minute, s",
    "lhten": "Last hits at 10:00",
    "lane_efficiency": "Lane efficiency, %",
}
LARGE: Final = 100
"""From here on a figure is told without decimals."""


@dataclass(frozen=True, slots=True)
class MetricRow:
    """One figure and its places: among the same hero here, those of like rank, and OpenDota's.

    `share` is OpenDota's in whole per cent. What is not known is None.
    """

    key: str
    word: str
    value: str
    here: Place | None
    ranks: Place | None
    upstream: Place | None
    share: int | None


@dataclass(frozen=True, slots=True)
class Figures:
    """A player's figures, and what they are placed among.

    `places` names what anything is known among: "here", "ranks", "upstream". `compared` is False
    where the match is by other rules than those that count here.
    """

    rows: tuple[MetricRow, ...]
    places: tuple[str, ...]
    compared: bool
    matches: int
    computed_at: datetime | None
    ranks: str


@dataclass(frozen=True, slots=True)
class MetricPlaces:
    """One figure's percentiles among the same hero's and among those of like rank, with n."""

    here: float | None
    here_n: int
    ranks: float | None
    ranks_n: int


def figures_of(loaded: Any, one: Measured) -> Figures:
    """Place every recorded figure of a player."""
    usual, band = load_usual(), band_of(one.rank_tier)
    compared = is_usual(loaded.row.game_mode)
    rows = tuple(
        _row(one, spot, usual if compared else None, band)
        for spot, value in enumerate(one.values)
        if value is not None
    )
    known = ("here", "ranks", "upstream")
    return Figures(
        rows=rows,
        places=tuple(name for name in known if any(getattr(row, name) for row in rows)),
        compared=compared,
        matches=usual.matches,
        computed_at=usual.computed_at,
        ranks=band.said if band else "",
    )


def places_of(loaded: Any, one: Measured) -> tuple[MetricPlaces, ...]:
    """Give the percentiles of a player's figures, in step with METRICS."""
    usual, band = load_usual(), band_of(one.rank_tier)
    compared = is_usual(loaded.row.game_mode)
    return tuple(
        _places(one, spot, usual, band) if compared else MetricPlaces(None, 0, None, 0)
        for spot in range(len(METRICS))
    )


def _row(one: Measured, spot: int, usual: Usual | None, band: Band | None) -> MetricRow:
    name, share = METRICS[spot], one.shares[spot]
    percent = None if share is None else round(100 * share)
    return MetricRow(
        key=name,
        word=WORDS[name],
        value=_said(name, one.values[spot] or 0),
        here=_place(one, spot, usual, None),
        ranks=_place(one, spot, usual, band.key) if band else None,
        upstream=None if percent is None else Place(percent, f"{percent}%"),
        share=percent,
    )


def _place(one: Measured, spot: int, usual: Usual | None, band: str | None) -> Place | None:
    if usual is None:
        return None
    placed = usual.place(one.hero_id, band, METRICS[spot], one.values[spot])
    return place_said(placed, _said(METRICS[spot], placed.median)) if placed else None


def _places(one: Measured, spot: int, usual: Usual, band: Band | None) -> MetricPlaces:
    name, value = METRICS[spot], one.values[spot]
    here = usual.place(one.hero_id, None, name, value)
    ranks = usual.place(one.hero_id, band.key, name, value) if band else None
    return MetricPlaces(
        here=round(here.percentile, 1) if here else None,
        here_n=here.n if here else 0,
        ranks=round(ranks.percentile, 1) if ranks else None,
        ranks_n=ranks.n if ranks else 0,
    )


def _said(name: str, value: float) -> str:
    if name == "lane_efficiency":
        return f"{100 * value:.0f}"
    return f"{value:,.0f}" if value >= LARGE or value == int(value) else f"{value:.2f}"
