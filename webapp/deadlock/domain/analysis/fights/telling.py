"""One fight told from its bouts: when, where, who, who fell, what was taken."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

import msgspec

from webapp.deadlock.domain.analysis.events import Events, killed_by
from webapp.deadlock.domain.analysis.fights.bouts import Bouts
from webapp.deadlock.domain.analysis.fights.tally import Tally
from webapp.deadlock.domain.analysis.fights.told import Fight, FightSide

AFTER_S: Final = 60
"""How long after a fight's end a fallen building is told with it."""


class Told(msgspec.Struct, frozen=True):
    """What every fight of a match is told from.

    `slot` and `side` are by path row; `falls_s` are the seconds at which buildings fell.
    """

    events: Events
    bouts: Bouts
    tally: Tally
    slot: tuple[int, ...]
    side: tuple[str, ...]
    side_of: dict[int, str]
    falls_s: tuple[int, ...]


class Outline(msgspec.Struct, frozen=True):
    """A fight before it is told: its bouts and deaths, when it was and around which middle."""

    members: tuple[int, ...]
    deaths: tuple[int, ...]
    start_s: int
    end_s: int
    x: int
    y: int


def outline_of(told: Told, members: Sequence[int], deaths: Sequence[int]) -> Outline:
    """Say when and where some bouts were fought."""
    bouts, tally = told.bouts, told.tally
    seconds = sum(tally.seconds[one] for one in members)
    ends = (bouts.end[one] for one in members)
    return Outline(
        members=tuple(members),
        deaths=tuple(deaths),
        start_s=min(bouts.start[one] for one in members),
        end_s=max([*ends, *(told.events.kills[one].at_s for one in deaths)]),
        x=round(sum(tally.x[one] for one in members) / seconds),
        y=round(sum(tally.y[one] for one in members) / seconds),
    )


def fight_of(told: Told, number: int, one: Outline, place: str, alive: tuple[int, int]) -> Fight:
    """Tell a fight; `alive` counts both sides as it began."""
    kills = told.events.kills
    dealt = [killed_by(kills[death], told.side_of) for death in one.deaths]
    by_a, by_b = dealt.count("a"), dealt.count("b")
    return Fight(
        number=number,
        start_s=one.start_s,
        end_s=one.end_s,
        x=one.x,
        y=one.y,
        place=place,
        a=_side(told, "a", one, by_a, alive[0]),
        b=_side(told, "b", one, by_b, alive[1]),
        deaths=one.deaths,
        winner="a" if by_a > by_b else "b" if by_b > by_a else "",
    )


def _side(told: Told, side: str, fight: Outline, kills: int, alive: int) -> FightSide:
    seconds: dict[int, int] = {}
    lost: dict[int, int | None] = {}
    rows, fought, gone = told.bouts.row, told.tally.seconds, told.tally.lost
    for one in fight.members:
        slot = told.slot[rows[one]]
        if told.side_of[slot] == side:
            before, more = lost.get(slot, 0), gone[one]
            seconds[slot] = seconds.get(slot, 0) + fought[one]
            lost[slot] = None if more < 0 or before is None else before + more
    order = sorted(seconds, key=lambda slot: (-seconds[slot], slot))
    return FightSide(
        side=side,
        fought=tuple(order),
        fought_s=tuple(seconds[slot] for slot in order),
        health_lost=tuple(lost[slot] for slot in order),
        alive=alive,
        kills=kills,
        took=_took(told, side, fight),
        mid_bosses=_mid_bosses(told.events, side, fight),
    )


def _took(told: Told, side: str, fight: Outline) -> tuple[int, ...]:
    first = bisect_left(told.falls_s, fight.start_s)
    last = bisect_right(told.falls_s, fight.end_s + AFTER_S)
    falls = told.events.objectives
    return tuple(number for number in range(first, last) if falls[number].side != side)


def _mid_bosses(events: Events, side: str, fight: Outline) -> tuple[int, ...]:
    return tuple(
        boss.at_s
        for boss in events.mid_bosses
        if (boss.claimed_by or boss.killed_by) == side
        and fight.start_s <= boss.at_s <= fight.end_s + AFTER_S
    )
