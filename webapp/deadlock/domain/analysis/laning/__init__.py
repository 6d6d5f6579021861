"""The laning phase: how each lane stood at 9:00, and what it takes to say so of other samples.

Souls, damage and last hits are those of the last snapshot by then (the game takes one at 9:00);
kills are counted by death. A lane's kills are those of its own players, wherever they fell.
"""

from typing import Final

import msgspec

from webapp.deadlock.domain.analysis.events import Events
from webapp.deadlock.domain.analysis.laning.standing import (
    EVEN_SHARE,
    LanePlayer,
    LaneVerdict,
    Seat,
    players_over,
    verdicts_over,
    within,
)
from webapp.deadlock.domain.analysis.laning.trades import Stretch, Trades, trades_of
from webapp.deadlock.domain.analysis.moments import Moments
from webapp.deadlock.domain.records import Match

LANING_ENDS_S: Final = 540


class Guardian(msgspec.Struct, frozen=True):
    """A lane's Guardian of one side; its health is known from a demo alone."""

    lane: str
    side: str
    first_damage_at_s: int | None
    fell_at_s: int | None


class Lanes(msgspec.Struct, frozen=True):
    """Both the lanes and their players at `ends_s`, which is less than 9:00 in a shorter match.

    `count` is how many lanes the map has. `trades` are None without a damage matrix.
    """

    ends_s: int
    verdicts: tuple[LaneVerdict, ...]
    players: tuple[LanePlayer, ...]
    count: int = 3
    guardians: tuple[Guardian, ...] = ()
    trades: Trades | None = None


class Standing(msgspec.Struct, frozen=True):
    """The lanes over a stretch between samples; `exact` is the one deaths and falls are of."""

    stretch: Stretch
    verdicts: tuple[LaneVerdict, ...]
    players: tuple[LanePlayer, ...]
    exact: Stretch


def lanes_of(match: Match, events: Events, moments: Moments) -> Lanes:
    """Judge every lane somebody was sent to, from west to east; none where the map has none."""
    seats = tuple(
        Seat(player.slot, player.hero_id, player.side, player.lane)
        for player in match.players
        if player.lane and match.lanes
    )
    trades = trades_of(match.damage, {seat.slot: (seat.lane, seat.side) for seat in seats})
    stretch = Stretch(0, min(LANING_ENDS_S, match.duration_s))
    kills = [one for one in events.kills if within(one.at_s, stretch)]
    players = players_over(seats, moments.samples, kills, trades, stretch)
    return Lanes(
        ends_s=stretch.to_s,
        verdicts=verdicts_over(players, events, stretch, lanes=match.lanes),
        players=players,
        count=match.lanes,
        guardians=_guardians(match),
        trades=trades,
    )


def standing_over(
    lanes: Lanes,
    events: Events,
    moments: Moments,
    stretch: Stretch,
    exact: Stretch | None = None,
) -> Standing:
    """Judge the lanes of a match over another stretch, from its stored slices.

    Deaths and falls of Guardians are known to the second: they are of `exact` where it is given.
    """
    exact = exact or stretch
    seats = [Seat(one.slot, one.hero_id, one.side, one.lane) for one in lanes.players]
    kills = [one for one in events.kills if within(one.at_s, exact)]
    players = players_over(seats, moments.samples, kills, lanes.trades, stretch)
    verdicts = verdicts_over(players, events, exact, lanes=lanes.count)
    return Standing(stretch, verdicts, players, exact)


def _guardians(match: Match) -> tuple[Guardian, ...]:
    return tuple(
        Guardian(one.lane, one.side, one.first_damage_at_s, one.fell_at_s)
        for one in match.objectives
        if one.kind == "Guardian" and one.lane and match.lanes
    )


__all__ = [
    "EVEN_SHARE",
    "LANING_ENDS_S",
    "Guardian",
    "LanePlayer",
    "LaneVerdict",
    "Lanes",
    "Standing",
    "Stretch",
    "Trades",
    "lanes_of",
    "standing_over",
    "within",
]
