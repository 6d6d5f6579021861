"""Puts fights together: sides, places, what was taken, who won."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from webapp.dota2.domain.analysis.events import Events, Kill
from webapp.dota2.domain.analysis.fights.outlines import Outline, outlines_of
from webapp.dota2.domain.analysis.fights.parts import parts_of
from webapp.dota2.domain.analysis.fights.told import Fight, FightPlayer, Fights, FightSide
from webapp.dota2.domain.analysis.objectives import Objectives
from webapp.dota2.domain.analysis.whose import OTHER, side_of_slot
from webapp.dota2.domain.records import Match

AFTER_S: Final = 60
"""How long after a fight's end a building that fell is told with it."""


def fights_of(match: Match, events: Events, objectives: Objectives) -> Fights:
    """Find and tell every fight of a match."""
    found = outlines_of(match, events.kills)
    if found is None:
        return Fights(None, ())
    inside = {place for one in found for place in one.kills}
    return Fights(
        fights=tuple(
            _fight(match, events, objectives, number, one)
            for number, one in enumerate(found, start=1)
        ),
        outside=tuple(place for place in range(len(events.kills or ())) if place not in inside),
    )


def _fight(
    match: Match, events: Events, objectives: Objectives, number: int, one: Outline
) -> Fight:
    parts = parts_of(match, events, one)
    kills = [(events.kills or ())[place] for place in one.kills]
    sides = {side: _side(side, parts, one, events, objectives) for side in ("a", "b")}
    x, y = _middle(kills)
    untimed = sum(part.untimed for part in parts)
    return Fight(
        number=number,
        start_s=one.start_s,
        end_s=one.end_s,
        first_death_s=kills[0].at_s if kills else None,
        last_death_s=one.last_death_s,
        deaths=len(kills) + untimed,
        untimed=untimed,
        found_by=one.found_by,
        went_on=one.end_s > match.duration_s > 0,
        kills=one.kills,
        x=x,
        y=y,
        a=sides["a"],
        b=sides["b"],
        players=parts,
        winner=_winner(sides["a"].kills, sides["b"].kills),
    )


def _winner(a: int, b: int) -> str:
    return "a" if a > b else "b" if b > a else ""


def _middle(kills: Iterable[Kill]) -> tuple[float | None, float | None]:
    known = [(kill.x, kill.y) for kill in kills if kill.x is not None and kill.y is not None]
    if not known:
        return None, None
    return (
        round(sum(x for x, _ in known) / len(known), 1),
        round(sum(y for _, y in known) / len(known), 1),
    )


def _side(
    side: str,
    parts: Sequence[FightPlayer],
    one: Outline,
    events: Events,
    objectives: Objectives,
) -> FightSide:
    own = [part for part in parts if side_of_slot(part.slot) == side]
    return FightSide(
        fought=sum(part.fought for part in own),
        kills=sum(part.deaths for part in parts if side_of_slot(part.slot) != side),
        buybacks=sum(part.buybacks for part in own),
        damage=_sum(part.damage for part in own),
        healing=_sum(part.healing for part in own),
        gold=_sum(part.gold for part in own),
        xp=_sum(part.xp for part in own),
        took=_took(side, one, objectives),
        roshans=tuple(
            boss.at_s
            for boss in events.roshans or ()
            if boss.side == side and one.start_s <= boss.at_s <= one.end_s + AFTER_S
        ),
    )


def _sum(figures: Iterable[int | None]) -> int | None:
    """Add up; None where not everybody's is known."""
    found = tuple(figures)
    known = [one for one in found if one is not None]
    return sum(known) if known and len(known) == len(found) else None


def _took(side: str, one: Outline, objectives: Objectives) -> tuple[int, ...]:
    return tuple(
        place
        for place, building in enumerate(objectives.buildings)
        if building.side == OTHER[side]
        and building.fell_at_s is not None
        and one.start_s <= building.fell_at_s <= one.end_s + AFTER_S
    )
