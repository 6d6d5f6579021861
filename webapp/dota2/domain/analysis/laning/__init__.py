"""The laning phase: who stood where in the first ten minutes, and how each lane stood at 10:00.

Gold, experience and hits are the replay's at 10:00 (the last minute before, in a shorter match).
A lane's kills are those of its own players, wherever they fell.
"""

from __future__ import annotations

from typing import Final

import msgspec

from webapp.dota2.domain.analysis.laning.lanes import Presence, presence_of
from webapp.dota2.domain.analysis.laning.over import Standing, standing_over
from webapp.dota2.domain.analysis.laning.positions import Seat, positions_of
from webapp.dota2.domain.analysis.laning.standing import (
    EVEN_SHARE,
    LaneKill,
    LanePlayer,
    LaneVerdict,
    lane_kills,
    lane_sum,
    players_at,
    verdicts_over,
)
from webapp.dota2.domain.analysis.moments import Moments
from webapp.dota2.domain.records import Match

LANING_ENDS_S: Final = 600


class Laning(msgspec.Struct, frozen=True):
    """The lanes and their players at `ends_s`, 10:00 or the last minute of a shorter match.

    `lanes_known` is False where no positions are recorded: then nobody has a lane.
    `kills` are all hero kills up to `ends_s`.
    """

    ends_s: int
    reached: bool
    lanes_known: bool
    players: tuple[LanePlayer, ...]
    verdicts: tuple[LaneVerdict, ...]
    kills: tuple[LaneKill, ...] | None


def laning_of(match: Match, moments: Moments) -> Laning:
    """Judge every lane somebody stood in."""
    presences = {one.slot: presence_of(one) for one in match.players}
    before = [at_s for at_s in moments.at_s if at_s <= LANING_ENDS_S]
    ends_s = before[-1] if before else 0
    kills = lane_kills(match, LANING_ENDS_S)
    seats = _seats(match, moments, presences, ends_s)
    players = players_at(seats, moments, kills, ends_s)
    return Laning(
        ends_s=ends_s,
        reached=ends_s == LANING_ENDS_S,
        lanes_known=any(presences.values()),
        players=players,
        verdicts=verdicts_over(players),
        kills=kills,
    )


def _seats(
    match: Match, moments: Moments, presences: dict[int, Presence | None], ends_s: int
) -> tuple[Seat, ...]:
    seats = [
        Seat(
            slot=one.slot,
            hero_id=one.hero_id,
            side=one.side,
            presence=presences[one.slot],
            gold=moments.at(one.slot, "gold", ends_s),
            position=None,
        )
        for one in match.players
    ]
    return positions_of(seats)


__all__ = [
    "EVEN_SHARE",
    "LANING_ENDS_S",
    "LaneKill",
    "LanePlayer",
    "LaneVerdict",
    "Laning",
    "Presence",
    "Standing",
    "lane_sum",
    "laning_of",
    "standing_over",
]
