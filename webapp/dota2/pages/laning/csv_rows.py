"""The laning phase as rows: everybody at 10:00, and every lane's verdict."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from webapp.dota2.domain.analysis.laning import lane_sum
from webapp.dota2.pages.laning.page import lane_stretch, standing_in
from webapp.matchroom.moment import Moment


@dataclass(frozen=True, slots=True)
class LaneLine:
    """One player at the end of laning; `share` is a fraction of the time in the lane.

    Figures are those by `at_s`, since `from_s` where that is told.
    """

    slot: int
    hero_id: int
    side: str
    lane: str | None
    role: str | None
    share: float | None
    roaming: bool | None
    position: int | None
    from_s: int | None
    at_s: int
    gold: int | None
    xp: int | None
    last_hits: int | None
    denies: int | None
    level: int | None
    efficiency: float | None
    kills: int | None
    deaths: int | None


@dataclass(frozen=True, slots=True)
class VerdictLine:
    """One lane at the end of laning; figures are sums over its players of each side."""

    lane: str
    gold_a: int | None
    gold_b: int | None
    xp_a: int | None
    xp_b: int | None
    last_hits_a: int | None
    last_hits_b: int | None
    kills_a: int | None
    kills_b: int | None
    winner: str | None
    margin: float | None


def lane_lines(loaded: Any, moment: Moment) -> tuple[LaneLine, ...]:
    """Give everybody at the end of laning, or over the minutes chosen."""
    stretch = lane_stretch(loaded, moment)
    return tuple(
        LaneLine(
            slot=one.slot,
            hero_id=one.hero_id,
            side=one.side,
            lane=one.lane,
            role=one.role,
            share=None if one.share is None else round(one.share, 3),
            roaming=one.roaming,
            position=one.position,
            from_s=stretch.from_s,
            at_s=stretch.to_s,
            gold=one.gold,
            xp=one.xp,
            last_hits=one.last_hits,
            denies=one.denies,
            level=one.level,
            efficiency=None if one.efficiency is None else round(one.efficiency, 4),
            kills=one.kills,
            deaths=one.deaths,
        )
        for one in standing_in(loaded, stretch).players
    )


def verdict_lines(loaded: Any, moment: Moment) -> tuple[VerdictLine, ...]:
    """Give every lane's verdict."""
    standing = standing_in(loaded, lane_stretch(loaded, moment))
    return tuple(
        VerdictLine(
            lane=one.lane,
            gold_a=one.gold_a,
            gold_b=one.gold_b,
            xp_a=one.xp_a,
            xp_b=one.xp_b,
            last_hits_a=lane_sum(standing.players, one.slots_a, "last_hits"),
            last_hits_b=lane_sum(standing.players, one.slots_b, "last_hits"),
            kills_a=one.kills_a,
            kills_b=one.kills_b,
            winner=one.winner,
            margin=None if one.margin is None else round(one.margin, 4),
        )
        for one in standing.verdicts
    )
