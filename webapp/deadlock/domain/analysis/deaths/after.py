"""What a death led to, in time: an enemy who fell in return, buildings, the mid boss.

"After" is all that is said: that one thing came of the other is for the reader to judge.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from webapp.deadlock.domain.analysis.deaths.told import After, SoulsLost
from webapp.deadlock.domain.analysis.events import UNITS_PER_METRE, Events, Kill
from webapp.deadlock.domain.records import Match, Player

ANSWER_S: Final = 10
ANSWER_M: Final = 60.0
"""A death is answered when an enemy falls within so many seconds after and metres of it."""
AFTER_S: Final = 60
"""How long after a death a fallen building is told with it."""


def after_of(match: Match, events: Events) -> tuple[After, ...]:
    """Tell of each death what came after."""
    players = {player.slot: player for player in match.players}
    side = {slot: player.side for slot, player in players.items()}
    return tuple(
        After(
            souls=_souls_lost(players[kill.victim], kill.at_s),
            answered=_answered(events.kills, spot, side),
            fell=_fell_after(events, kill, side[kill.victim]),
            mid_boss_at_s=_mid_boss_after(events, kill, side[kill.victim]),
        )
        for spot, kill in enumerate(events.kills)
    )


def _answered(kills: Sequence[Kill], spot: int, side: dict[int, str]) -> tuple[int, ...]:
    """Give the enemies who fell soon after a death and near it; the same second counts."""
    one, found = kills[spot], []
    for other in kills[_first(kills, spot) :]:
        if other.at_s > one.at_s + ANSWER_S:
            break
        if side[other.victim] != side[one.victim] and _close(one, other):
            found.append(other.victim)
    return tuple(found)


def _fell_after(events: Events, kill: Kill, side: str) -> tuple[int, ...]:
    """Give the side's buildings that fell within AFTER_S, as numbers of the objectives."""
    return tuple(
        number
        for number, fall in enumerate(events.objectives)
        if fall.side == side and kill.at_s <= fall.at_s <= kill.at_s + AFTER_S
    )


def _mid_boss_after(events: Events, kill: Kill, side: str) -> int | None:
    """Give the second the enemy took the mid boss within AFTER_S, None when they did not."""
    times = (
        boss.at_s
        for boss in events.mid_bosses
        if (boss.claimed_by or boss.killed_by) not in {None, side}
        and kill.at_s <= boss.at_s <= kill.at_s + AFTER_S
    )
    return next(times, None)


def _souls_lost(player: Player, at_s: int) -> SoulsLost | None:
    """Give what dying cost between the two samples around a second; None past the last one."""
    before = -1, 0
    for one in player.snapshots:
        if at_s <= one.at_s:
            start, lost = before
            deaths = sum(start < death.at_s <= one.at_s for death in player.deaths)
            return SoulsLost(max(start, 0), one.at_s, one.gold_death_loss - lost, deaths)
        before = one.at_s, one.gold_death_loss
    return None


def _first(kills: Sequence[Kill], spot: int) -> int:
    """Go back to the first kill of the same second."""
    while spot and kills[spot - 1].at_s == kills[spot].at_s:
        spot -= 1
    return spot


def _close(one: Kill, other: Kill) -> bool:
    """Say whether two deaths lie near each other; where a place is not known, time decides."""
    if one.x is None or one.y is None or other.x is None or other.y is None:
        return True
    return math.dist((one.x, one.y), (other.x, other.y)) <= ANSWER_M * UNITS_PER_METRE
