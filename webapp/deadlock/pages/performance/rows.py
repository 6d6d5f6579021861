"""The tab's tables as rows for CSV: one record class for each, its columns named by the figures."""

from __future__ import annotations

from dataclasses import dataclass, make_dataclass
from typing import Any, Final

from webapp.deadlock.domain.analysis import Performance
from webapp.deadlock.domain.analysis.performance.records import BLOWS, COUNTERS, MINUTES, UNKNOWN
from webapp.deadlock.domain.metrics import KEYS

_WHO: Final = ("slot", "hero_id")
_FIGURES: Final = make_dataclass("FigureRow", (*_WHO, "side", *KEYS), frozen=True)
_COUNTS: Final = make_dataclass("CountRow", (*_WHO, "from_s", "to_s", *COUNTERS), frozen=True)
_BLOWS: Final = make_dataclass("BlowRow", (*_WHO, "from_s", "to_s", *BLOWS), frozen=True)
_MINUTES: Final = make_dataclass(
    "MinuteRow", (*_WHO, "minute", *(key.replace(" ", "_") for key in MINUTES)), frozen=True
)


@dataclass(frozen=True, slots=True)
class AwardRow:
    """One accolade of one player."""

    slot: int
    hero_id: int
    accolade_id: int
    value: int
    stars: int


def figure_rows(performance: Performance) -> list[Any]:
    """Give every player's figures of the whole match."""
    return [_FIGURES(one.slot, one.hero_id, one.side, *one.values) for one in performance.players]


def counter_rows(performance: Performance) -> list[Any]:
    """Give what the game's counters gained between each two snapshots."""
    return _between(performance, performance.at_s, "counters", _COUNTS)


def blow_rows(performance: Performance) -> list[Any]:
    """Give gun, headshot and melee damage between each two samples of the damage matrix."""
    return _between(performance, performance.matrix_s, "blows", _BLOWS)


def minute_rows(performance: Performance) -> list[Any]:
    """Give what was counted in each minute; empty where a match does not record it."""
    return [
        _MINUTES(one.slot, hero, number, *(None if v == UNKNOWN else v for v in column))
        for one, hero in _series(performance)
        for number, column in enumerate(zip(*one.minutes, strict=True))
    ]


def award_rows(performance: Performance) -> list[AwardRow]:
    """Give everybody's accolades."""
    return [
        AwardRow(one.slot, hero, award.accolade_id, award.value, award.stars)
        for one, hero in _series(performance)
        for award in one.awards
    ]


def _series(performance: Performance) -> list[tuple[Any, int]]:
    heroes = {one.slot: one.hero_id for one in performance.players}
    return [(one, heroes[one.slot]) for one in performance.series]


def _between(
    performance: Performance, times: tuple[int, ...], name: str, record: type[Any]
) -> list[Any]:
    ends = list(zip((0, *times), times, strict=False))
    return [
        record(one.slot, hero, *between, *column)
        for one, hero in _series(performance)
        for between, column in zip(ends, zip(*getattr(one, name), strict=True), strict=False)
    ]
