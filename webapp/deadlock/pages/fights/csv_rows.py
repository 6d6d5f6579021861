"""The fights of a match as rows for CSV: one for each fight, and one for each who fought."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


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


def fight_lines(story: Any) -> tuple[FightLine, ...]:
    """Give every fight as one row."""
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
        for one in story.fights
    )


def fighter_lines(story: Any) -> tuple[FighterLine, ...]:
    """Give everybody's part in every fight."""
    return tuple(
        FighterLine(one.number, slot, side.side, fought, lost)
        for one in story.fights
        for side in (one.a, one.b)
        for slot, fought, lost in zip(side.fought, side.fought_s, side.health_lost, strict=True)
    )


def sum_known(lost: tuple[int | None, ...]) -> int | None:
    """Add up health lost; None when somebody's is not known."""
    known = [one for one in lost if one is not None]
    return sum(known) if len(known) == len(lost) else None
