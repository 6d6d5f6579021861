"""What the Map's table shows as rows: everybody at the second the map stands at."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.deadlock.pages.demo import heights_by_slot
from webapp.deadlock.pages.map.page import stands_at
from webapp.deadlock.pages.map.scene import Now
from webapp.deadlock.pages.map.table import sides_of
from webapp.deadlock.pages.replays import load_replay
from webapp.deadlock.pages.sources import Sources
from webapp.matchroom.moment import Moment


@dataclass(frozen=True, slots=True)
class StandingLine:
    """One player at a second: health in per cent, or in words why there is none."""

    at_s: int
    slot: int
    hero_id: int
    side: str
    health: int | None
    away: str | None
    kills: int
    deaths: int
    souls: int | None
    place: str | None
    height_m: int | None


def standing_lines(loaded: Sources, moment: Moment) -> tuple[StandingLine, ...]:
    """Give both sides as the table tells them; nothing without positions."""
    replay = load_replay(loaded.row.paths_key)
    if replay is None:
        return ()
    at_s = min(stands_at(moment).at or 0, replay.header.duration_s)
    now = Now(replay, at_s, {}, heights_by_slot(loaded))
    heroes = {player.slot: player.hero_id for player in replay.header.players}
    return tuple(
        StandingLine(
            at_s=at_s,
            slot=row.slot,
            hero_id=heroes[row.slot],
            side=side.side,
            health=row.health,
            away=row.away,
            kills=row.kills,
            deaths=row.deaths,
            souls=row.souls,
            place=row.place,
            height_m=row.height_m,
        )
        for side in sides_of(now)
        for row in side.rows
    )
