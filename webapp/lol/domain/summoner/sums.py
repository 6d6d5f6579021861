"""Many games put together: shares won, averages, champions, streaks, sittings.

A game nobody won (a remake) counts in no share; a figure a game lacks counts in no average.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import fmean
from typing import Final

from webapp.lol.domain.played import Played
from webapp.matchplay.players import share_won
from webapp.matchplay.shares import Share

PAUSE: Final = timedelta(hours=1)
"""Games begun within this long after the one before ended are one sitting."""


@dataclass(frozen=True, slots=True)
class Averages:
    """What a game was like on average; None where no game tells."""

    kills: float | None
    deaths: float | None
    assists: float | None
    ratio: float | None
    cs_per_minute: float | None
    gold_per_minute: float | None
    damage_per_minute: float | None
    vision_per_minute: float | None


@dataclass(frozen=True, slots=True)
class PoolLine:
    """How an account does on one champion."""

    champion_id: int
    champion_name: str | None
    games: int
    share: Share
    averages: Averages
    last_at: datetime


@dataclass(frozen=True, slots=True)
class Streak:
    """How many of the newest decided games ended alike; `length` 0 without any."""

    length: int
    won: bool


@dataclass(frozen=True, slots=True)
class Sitting:
    """Games played one after another."""

    begun_at: datetime
    ended_at: datetime
    games: int
    won: int
    lost: int


def averages_of(played: Sequence[Played]) -> Averages:
    """Give what a game was like on average; remakes are left out."""
    whole = [one for one in played if one.won is not None or one.place is not None]
    kills, deaths, assists = (_mean(whole, name) for name in ("kills", "deaths", "assists"))
    return Averages(
        kills=kills,
        deaths=deaths,
        assists=assists,
        ratio=_ratio(whole),
        cs_per_minute=_pace(whole, "cs"),
        gold_per_minute=_pace(whole, "gold"),
        damage_per_minute=_pace(whole, "damage"),
        vision_per_minute=_pace(whole, "vision"),
    )


def pool_of(played: Sequence[Played]) -> tuple[PoolLine, ...]:
    """Give the champions played, most often first."""
    by_champion: dict[int, list[Played]] = defaultdict(list)
    for one in played:
        by_champion[one.champion_id].append(one)
    order = sorted(by_champion.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(
        PoolLine(
            champion_id=champion_id,
            champion_name=games[0].champion_name,
            games=len(games),
            share=share_won(games),
            averages=averages_of(games),
            last_at=max(one.started_at for one in games),
        )
        for champion_id, games in order
    )


def streak_of(newest_first: Sequence[Played]) -> Streak:
    """Give how many of the newest decided games ended alike."""
    decided = [one.won for one in newest_first if one.won is not None]
    if not decided:
        return Streak(0, won=False)
    length = next((at for at, won in enumerate(decided) if won != decided[0]), len(decided))
    return Streak(length, won=decided[0])


def sittings_of(newest_first: Sequence[Played]) -> tuple[Sitting, ...]:
    """Put games together that were played one after another, newest sitting first."""
    found: list[list[Played]] = []
    for one in newest_first:
        before = found[-1][-1] if found else None
        if before is not None and before.started_at - _ended(one) <= PAUSE:
            found[-1].append(one)
        else:
            found.append([one])
    return tuple(_sitting(games) for games in found)


def pace(one: Played, name: str) -> float | None:
    """Give a figure of one game by the minute; None where it is not told."""
    value: int | None = getattr(one, name)
    return None if value is None or not one.duration_s else value * 60 / one.duration_s


def _sitting(games: Sequence[Played]) -> Sitting:
    return Sitting(
        begun_at=games[-1].started_at,
        ended_at=_ended(games[0]),
        games=len(games),
        won=sum(one.won is True for one in games),
        lost=sum(one.won is False for one in games),
    )


def _ended(one: Played) -> datetime:
    return one.started_at + timedelta(seconds=one.duration_s)


def _mean(played: Sequence[Played], name: str) -> float | None:
    return _known(played, lambda one: getattr(one, name))


def _pace(played: Sequence[Played], name: str) -> float | None:
    return _known(played, lambda one: pace(one, name))


def _known(played: Sequence[Played], figure: Callable[[Played], float | None]) -> float | None:
    found = [value for one in played if (value := figure(one)) is not None]
    return fmean(found) if found else None


def _ratio(played: Sequence[Played]) -> float | None:
    """Give kills and assists for each death, over all games together."""
    told = [one for one in played if None not in {one.kills, one.deaths, one.assists}]
    if not told:
        return None
    done = sum((one.kills or 0) + (one.assists or 0) for one in told)
    return done / max(1, sum(one.deaths or 0 for one in told))
