"""How everybody stood at a chosen minute, or what they gained over a span."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from webapp.dota2.domain.analysis.moments import Moments
from webapp.dota2.domain.words import SIDE_NAMES
from webapp.dota2.pages.people import Person, people_of
from webapp.dota2.pages.stretch import Stretch, stretch_of
from webapp.matchroom.moment import Moment

FIGURES = ("gold", "xp", "level", "last_hits", "denies")


@dataclass(frozen=True, slots=True)
class StandingRow:
    """One player's figures, in step with FIGURES; None where not recorded."""

    person: Person
    values: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class StandingSide:
    """One side, and what it adds up to."""

    side: str
    name: str
    rows: tuple[StandingRow, ...]
    gold: int | None
    xp: int | None


@dataclass(frozen=True, slots=True)
class Standing:
    """Both sides over a stretch."""

    said: str
    sides: tuple[StandingSide, ...]


def standing_at(loaded: Any, moment: Moment) -> Standing | None:
    """Give the standing at a moment; None for none chosen, or nothing by the minute."""
    moments: Moments = loaded.slices["moments"]
    if not moments.at_s or (moment.at is None and not moment.span):
        return None
    stretch = stretch_of(moments, moment)
    return Standing(stretch.said, tuple(_side(loaded, moments, stretch, one) for one in "ab"))


def _side(loaded: Any, moments: Moments, stretch: Stretch, side: str) -> StandingSide:
    rows = tuple(
        StandingRow(
            person,
            tuple(_figure(moments, stretch, slot, name) for name in FIGURES),
        )
        for slot, person in people_of(loaded).items()
        if person.side == side
    )
    return StandingSide(side, SIDE_NAMES[side], rows, _sum(rows, 0), _sum(rows, 1))


def _figure(moments: Moments, stretch: Stretch, slot: int, name: str) -> int | None:
    """Give what was gained; a level is that at the end, as nobody counts levels gained."""
    if name == "level":
        return moments.at(slot, name, stretch.to_s)
    return moments.gained(slot, name, stretch.from_s, stretch.to_s)


def _sum(rows: tuple[StandingRow, ...], place: int) -> int | None:
    values = [row.values[place] for row in rows]
    known = [one for one in values if one is not None]
    return sum(known) if rows and len(known) == len(values) else None
