"""Deaths in context: where, who was near, what hit the victim, what came after.

Times, places, killers and health are recorded at the second; damage and souls only between
samples, and are told with the samples they lie between.
"""

from __future__ import annotations

from webapp.deadlock.domain.analysis.deaths.after import after_of
from webapp.deadlock.domain.analysis.deaths.around import around_of
from webapp.deadlock.domain.analysis.deaths.places import places_of
from webapp.deadlock.domain.analysis.deaths.recaps import recaps_of
from webapp.deadlock.domain.analysis.deaths.told import (
    After,
    Around,
    Crowd,
    Deaths,
    DeathTold,
    Recap,
    SoulsLost,
)
from webapp.deadlock.domain.analysis.events import Events, Kill
from webapp.deadlock.domain.records import Match


def deaths_of(match: Match, events: Events) -> Deaths:
    """Tell every death of a match."""
    kills = events.kills
    recaps, sources, recap_of = recaps_of(match.damage, kills)
    columns = zip(kills, places_of(match, kills), around_of(match, kills), recap_of, strict=True)
    after = after_of(match, events)
    told = tuple(
        _told(kill, places, around, recap, after[spot])
        for spot, (kill, places, around, recap) in enumerate(columns)
    )
    return Deaths(told, recaps, sources)


def _told(
    kill: Kill, places: tuple[str, str], around: Around, recap: int | None, after: After
) -> DeathTold:
    return DeathTold(
        at_s=kill.at_s,
        victim=kill.victim,
        side=around.side,
        killer=kill.killer,
        x=kill.x,
        y=kill.y,
        killer_x=kill.killer_x,
        killer_y=kill.killer_y,
        place=places[0],
        killer_place=places[1],
        distance_m=kill.distance_m,
        time_to_kill_s=kill.time_to_kill_s,
        respawn_s=kill.respawn_s,
        around=around,
        recap=recap,
        after=after,
    )


__all__ = [
    "After",
    "Around",
    "Crowd",
    "DeathTold",
    "Deaths",
    "Recap",
    "SoulsLost",
    "deaths_of",
]
