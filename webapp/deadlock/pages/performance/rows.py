"""The tab's tables as rows for CSV: one record class for each, its columns named by the figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, make_dataclass
from itertools import pairwise
from typing import Any, Final

from webapp.deadlock.domain.analysis import Performance
from webapp.deadlock.domain.analysis.performance import PlayerSeries
from webapp.deadlock.domain.analysis.performance.records import (
    BLOWS,
    COUNTERS,
    MINUTES,
    UNKNOWN,
    Rows,
)
from webapp.deadlock.domain.combat.cut import Cut
from webapp.deadlock.domain.metrics import KEYS
from webapp.deadlock.domain.metrics_over import values_over
from webapp.deadlock.pages.performance.window import window_of
from webapp.deadlock.pages.sources import Sources
from webapp.matchroom.moment import Moment

_WHO: Final = ("slot", "hero_id")
FIGURE_ROW: Final = make_dataclass("FigureRow", (*_WHO, "side", *KEYS), frozen=True)
COUNT_ROW: Final = make_dataclass("CountRow", (*_WHO, "from_s", "to_s", *COUNTERS), frozen=True)
BLOW_ROW: Final = make_dataclass("BlowRow", (*_WHO, "from_s", "to_s", *BLOWS), frozen=True)
MINUTE_ROW: Final = make_dataclass(
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


def figure_rows(loaded: Sources, moment: Moment, query: Mapping[str, str]) -> list[Any]:
    """Give figures over the chosen stretch: every player's, or the chosen one's."""
    performance: Performance = loaded.slices["performance"]
    values = [one.values for one in performance.players]
    if moment != Moment():
        window = window_of(performance, moment)
        values = values_over(performance, loaded.slices["moments"], window)
    return [
        FIGURE_ROW(one.slot, one.hero_id, one.side, *own)
        for one, own in zip(performance.players, values, strict=True)
        if _asked(one.slot, performance, query)
    ]


def counter_rows(loaded: Sources, moment: Moment, query: Mapping[str, str]) -> list[Any]:
    """Give what the game's counters gained between each two snapshots of the stretch."""
    performance: Performance = loaded.slices["performance"]
    cut = window_of(performance, moment).aim
    return [
        COUNT_ROW(one.slot, hero, *spell)
        for one, hero in _series(performance, query)
        for spell in _between(performance.at_s, one.counters, cut)
    ]


def blow_rows(loaded: Sources, moment: Moment, query: Mapping[str, str]) -> list[Any]:
    """Give gun, headshot and melee damage between each two samples of the damage matrix."""
    performance: Performance = loaded.slices["performance"]
    cut = window_of(performance, moment).blows
    return [
        BLOW_ROW(one.slot, hero, *spell)
        for one, hero in _series(performance, query)
        for spell in _between(performance.matrix_s, one.blows, cut)
    ]


def minute_rows(loaded: Sources, moment: Moment, query: Mapping[str, str]) -> list[Any]:
    """Give what was counted in each minute; empty where a match does not record it."""
    performance: Performance = loaded.slices["performance"]
    cut = window_of(performance, moment).minutes
    return [
        MINUTE_ROW(one.slot, hero, number, *(None if v == UNKNOWN else v for v in column))
        for one, hero in _series(performance, query)
        for number, column in enumerate(zip(*one.minutes, strict=True))
        if cut.first <= number < cut.last
    ]


def award_rows(loaded: Sources, _moment: Moment, query: Mapping[str, str]) -> list[AwardRow]:
    """Give accolades: everybody's, or the chosen player's."""
    return [
        AwardRow(one.slot, hero, award.accolade_id, award.value, award.stars)
        for one, hero in _series(loaded.slices["performance"], query)
        for award in one.awards
    ]


def _asked(slot: int, performance: Performance, query: Mapping[str, str]) -> bool:
    """Say whether a player is asked for; without a player who played, everybody is."""
    player = query.get("player", "")
    return str(slot) == player or all(str(one.slot) != player for one in performance.players)


def _series(performance: Performance, query: Mapping[str, str]) -> list[tuple[PlayerSeries, int]]:
    heroes = {one.slot: one.hero_id for one in performance.players}
    return [
        (one, heroes[one.slot])
        for one in performance.series
        if _asked(one.slot, performance, query)
    ]


def _between(times: tuple[int, ...], rows: Rows, cut: Cut) -> list[tuple[int, ...]]:
    """Give each stretch between two samples of a cut: its ends, and what was counted in it."""
    spells = zip(pairwise((0, *times)), zip(*rows, strict=True), strict=False)
    return [(*ends, *column) for ends, column in list(spells)[cut.first : cut.last]]
