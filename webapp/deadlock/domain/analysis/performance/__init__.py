"""How each player played: the figures they are compared by, and the series that follow the strip.

Aim and range are counted from snapshot to snapshot, blows from sample to sample of the damage
matrix, movement by minute. What a response does not hold is None or empty, never 0.
"""

from webapp.deadlock.domain.analysis.performance.blows import blows_of
from webapp.deadlock.domain.analysis.performance.counters import counters_of, sample_times
from webapp.deadlock.domain.analysis.performance.records import (
    Award,
    Performance,
    PlayerPerformance,
    PlayerSeries,
)
from webapp.deadlock.domain.analysis.performance.values import values_of
from webapp.deadlock.domain.analysis.performance.walked import walked_of
from webapp.deadlock.domain.records import Accolade, Match


def performance_of(match: Match) -> Performance:
    """Work out every player's figures and series, in the order of the match's players."""
    at_s = sample_times(match)
    counters = counters_of(match, at_s)
    walked = walked_of(match)
    blows = blows_of(match)
    series = tuple(
        PlayerSeries(
            slot=player.slot,
            counters=counters.get(player.slot, ()),
            minutes=walked.rows.get(player.slot, ()),
            blows=blows.get(player.slot, ()),
            awards=tuple(map(_award, player.accolades)),
            pings=tuple(ping.at_s for ping in player.pings),
        )
        for player in match.players
    )
    players = tuple(
        PlayerPerformance(player.slot, player.hero_id, player.side, values)
        for player, values in zip(match.players, values_of(match, series), strict=True)
    )
    return Performance(
        players=players,
        series=series,
        at_s=at_s,
        matrix_s=tuple(match.damage.sample_times_s.tolist()) if match.damage else (),
        duration_s=match.duration_s,
        moves=walked.moves,
        fights=walked.fights,
    )


def _award(one: Accolade) -> Award:
    """Thresholds count from 0, stars from 1; -1 and nothing are no star."""
    return Award(one.accolade_id, one.value, 0 if one.threshold is None else one.threshold + 1)


__all__ = ["Award", "Performance", "PlayerPerformance", "PlayerSeries", "performance_of"]
