"""The fights of a match as rows for CSV: one for each fight, and one for each who fought."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from webapp.deadlock.pages.fights.asked import fights_of
from webapp.deadlock.pages.fights.lost import sum_known
from webapp.deadlock.pages.sources import Sources
from webapp.matchroom.moment import Moment


@dataclass(frozen=True, slots=True)
class FightLine:
    """One fight; `deaths` are the numbers of the kills table, parted by spaces."""

    number: int
    start_s: int
    end_s: int
    place: str
    x: int
    y: int
    fought_a: int
    fought_b: int
    alive_a: int
    alive_b: int
    kills_a: int
    kills_b: int
    health_lost_a: int | None
    health_lost_b: int | None
    buildings_a: int
    buildings_b: int
    mid_bosses_a: int
    mid_bosses_b: int
    winner: str
    deaths: str


@dataclass(frozen=True, slots=True)
class FighterLine:
    """One player's part in one fight."""

    fight: int
    slot: int
    side: str
    fought_s: int
    health_lost: int | None


def fight_lines(loaded: Sources, moment: Moment, query: Mapping[str, str]) -> tuple[FightLine, ...]:
    """Give every fight asked for as one row; `all=0` leaves out those in which nobody fell."""
    return tuple(
        FightLine(
            number=one.number,
            start_s=one.start_s,
            end_s=one.end_s,
            place=one.place,
            x=one.x,
            y=one.y,
            fought_a=len(one.a.fought),
            fought_b=len(one.b.fought),
            alive_a=one.a.alive,
            alive_b=one.b.alive,
            kills_a=one.a.kills,
            kills_b=one.b.kills,
            health_lost_a=sum_known(one.a.health_lost),
            health_lost_b=sum_known(one.b.health_lost),
            buildings_a=len(one.a.took),
            buildings_b=len(one.b.took),
            mid_bosses_a=len(one.a.mid_bosses),
            mid_bosses_b=len(one.b.mid_bosses),
            winner=one.winner,
            deaths=" ".join(map(str, one.deaths)),
        )
        for one in fights_of(loaded, moment, query)
    )


def fighter_lines(
    loaded: Sources, moment: Moment, query: Mapping[str, str]
) -> tuple[FighterLine, ...]:
    """Give everybody's part in every fight asked for, or in the one named."""
    fights = fights_of(loaded, moment, query)
    named = [one for one in fights if str(one.number) == query.get("fight")]
    return tuple(
        FighterLine(one.number, slot, side.side, fought, lost)
        for one in named or fights
        for side in (one.a, one.b)
        for slot, fought, lost in zip(side.fought, side.fought_s, side.health_lost, strict=True)
    )
