"""What everybody gained over the minutes chosen: gold, experience, creeps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from webapp.dota2.domain.analysis.moments import Moments
from webapp.dota2.domain.words import SIDE_NAMES
from webapp.dota2.pages.economy.asked import Asked
from webapp.dota2.pages.people import Person, people_of
from webapp.dota2.pages.stretch import Stretch

_MINUTE_S = 60


@dataclass(frozen=True, slots=True)
class IncomeRow:
    """One player; what is not recorded is None. `share` is per cent of the side's gold."""

    person: Person
    href: str
    chosen: bool
    gold: int | None
    gold_per_minute: int | None
    share: int | None
    xp: int | None
    xp_per_minute: int | None
    last_hits: int | None
    denies: int | None


@dataclass(frozen=True, slots=True)
class IncomeSide:
    """One side and what it gained together."""

    side: str
    name: str
    gold: int | None
    xp: int | None
    rows: tuple[IncomeRow, ...]


def income_over(loaded: Any, stretch: Stretch, asked: Asked) -> tuple[IncomeSide, ...]:
    """Give both sides over a stretch."""
    return tuple(_side(loaded, stretch, asked, side) for side in "ab")


def _side(loaded: Any, stretch: Stretch, asked: Asked, side: str) -> IncomeSide:
    people = [one for one in people_of(loaded).values() if one.side == side]
    moments: Moments = loaded.slices["moments"]

    def gained(slot: int, name: str) -> int | None:
        return moments.gained(slot, name, stretch.from_s, stretch.to_s)

    gold = _sum([gained(one.slot, "gold") for one in people])
    minutes = (stretch.to_s - (stretch.from_s or 0)) / _MINUTE_S
    rows = []
    for one in people:
        got, learned = gained(one.slot, "gold"), gained(one.slot, "xp")
        rows.append(
            IncomeRow(
                person=one,
                href=asked.href(player=None if one.slot == asked.player else one.slot),
                chosen=one.slot == asked.player,
                gold=got,
                gold_per_minute=_rate(got, minutes),
                share=None if got is None or not gold else round(100 * got / gold),
                xp=learned,
                xp_per_minute=_rate(learned, minutes),
                last_hits=gained(one.slot, "last_hits"),
                denies=gained(one.slot, "denies"),
            )
        )
    xp = _sum([row.xp for row in rows])
    return IncomeSide(side, SIDE_NAMES[side], gold, xp, tuple(rows))


def _rate(value: int | None, minutes: float) -> int | None:
    return None if value is None or minutes <= 0 else round(value / minutes)


def _sum(values: list[int | None]) -> int | None:
    known = [one for one in values if one is not None]
    return sum(known) if values and len(known) == len(values) else None
