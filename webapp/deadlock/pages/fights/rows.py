"""The list of fights, one row each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from webapp.core.holding import holding
from webapp.deadlock.domain.analysis.fights import Fight, FightSide
from webapp.deadlock.domain.words import SIDE_NAMES
from webapp.deadlock.pages.deaths.rows import fell_words
from webapp.deadlock.pages.fights.lost import sum_known
from webapp.deadlock.pages.sources import Sources
from webapp.matchplay.charts import clock

ROWS_HELD = 16


@dataclass(frozen=True, slots=True)
class SideCell:
    """One side of a fight in the list."""

    fought: int
    kills: int
    health_lost: int | None
    took: str


@dataclass(frozen=True, slots=True)
class FightRow:
    """One fight in the list."""

    number: int
    clock: str
    seconds: int
    place: str
    a: SideCell
    b: SideCell
    winner: str
    outcome: str


@holding(ROWS_HELD)
def rows_of(loaded: Sources) -> dict[int, FightRow]:
    """Give a row for every fight of a match, by number."""
    falls = loaded.slices["events"].objectives
    return {one.number: _row(one, falls) for one in loaded.slices["fights"].fights}


def outcome_of(fight: Fight) -> str:
    """Name who won: "The Archmother, 5 to 1"."""
    kills = sorted((fight.a.kills, fight.b.kills), reverse=True)
    if fight.winner:
        return f"{SIDE_NAMES[fight.winner]}, {kills[0]} to {kills[1]}"
    if not fight.deaths:
        return "nobody fell"
    return f"even, {kills[0]} each" if kills[0] else "nobody killed anybody"


def _row(fight: Fight, falls: Sequence[Any]) -> FightRow:
    return FightRow(
        number=fight.number,
        clock=f"{clock(fight.start_s)}–{clock(fight.end_s)}",
        seconds=fight.end_s - fight.start_s,
        place=fight.place,
        a=_cell(fight.a, falls),
        b=_cell(fight.b, falls),
        winner=fight.winner,
        outcome=outcome_of(fight),
    )


def _cell(side: FightSide, falls: Sequence[Any]) -> SideCell:
    kinds = [falls[one].kind for one in side.took]
    return SideCell(
        fought=len(side.fought),
        kills=side.kills,
        health_lost=sum_known(side.health_lost),
        took=fell_words(kinds, next(iter(side.mid_bosses), None)),
    )
