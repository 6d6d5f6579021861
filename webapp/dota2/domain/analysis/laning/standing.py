"""How each lane stood: its players' figures at the end of laning, and who was ahead by how much."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from webapp.dota2.domain.analysis.laning.lanes import LANES
from webapp.dota2.domain.analysis.laning.positions import Seat
from webapp.dota2.domain.analysis.moments import Moments
from webapp.dota2.domain.records import Match
from webapp.dota2.domain.units import slots_by_unit

EVEN_SHARE: Final = 0.05
"""A lane is even while the lead is below this share of all its gold: about one wave of creeps."""
PAR_GOLD: Final = 4948
"""What a hero alone in a lane could have at ten minutes: passive gold, last hits and siege creeps
(40*60 + 45*20 + 74*2 + 600*1.5 + 600, OpenDota's `compute`; older patches had other sums)."""
_TEN_MINUTES_S: Final = 600


class LaneKill(msgspec.Struct, frozen=True):
    """One hero kill; slots."""

    at_s: int
    killer: int
    victim: int


class LanePlayer(msgspec.Struct, frozen=True):
    """One player at the end of laning; what is not recorded is None.

    `efficiency` is gold over PAR_GOLD, None before 10:00. `position` is an estimate.
    """

    slot: int
    hero_id: int
    side: str
    lane: str | None
    role: str | None
    share: float | None
    roaming: bool | None
    seconds: tuple[tuple[str, int], ...]
    position: int | None
    gold: int | None
    xp: int | None
    last_hits: int | None
    denies: int | None
    level: int | None
    efficiency: float | None
    kills: int | None
    deaths: int | None


class LaneVerdict(msgspec.Struct, frozen=True):
    """One lane. `winner` is "a", "b" or "even", None where one side had nobody there.

    Gold and experience are sums over the lane's players of each side, None where not recorded.
    """

    lane: str
    slots_a: tuple[int, ...]
    slots_b: tuple[int, ...]
    gold_a: int | None
    gold_b: int | None
    xp_a: int | None
    xp_b: int | None
    kills_a: int | None
    kills_b: int | None
    winner: str | None
    margin: float | None


def lane_kills(match: Match, ends_s: int) -> tuple[LaneKill, ...] | None:
    """Give hero kills up to a second; None where no kills are recorded."""
    if all(one.logs.kills is None for one in match.players):
        return None
    slots = slots_by_unit(match)
    made = [
        LaneKill(kill.at_s, player.slot, slots[kill.unit])
        for player in match.players
        for kill in player.logs.kills or ()
        if kill.at_s <= ends_s and kill.unit in slots
    ]
    return tuple(sorted(made, key=lambda kill: (kill.at_s, kill.killer, kill.victim)))


def players_at(
    seats: Sequence[Seat], moments: Moments, kills: Sequence[LaneKill] | None, ends_s: int
) -> tuple[LanePlayer, ...]:
    """Give everybody's figures at the end of laning."""
    return tuple(_player(seat, moments, kills, ends_s) for seat in seats)


def verdicts_over(players: Sequence[LanePlayer]) -> tuple[LaneVerdict, ...]:
    """Judge every lane somebody stood in, from top to bottom; who roamed counts in none."""
    settled = [one for one in players if one.lane and not one.roaming]
    named = [lane for lane in LANES if any(one.lane == lane for one in settled)]
    return tuple(_verdict(lane, [one for one in settled if one.lane == lane]) for lane in named)


def lane_sum(players: Sequence[LanePlayer], slots: Sequence[int], figure: str) -> int | None:
    """Add up a figure of the players in some slots.

    None without players, or where anybody's is not recorded.
    """
    return _sum([one for one in players if one.slot in slots], figure)


def _player(
    seat: Seat, moments: Moments, kills: Sequence[LaneKill] | None, ends_s: int
) -> LanePlayer:
    there = seat.presence
    full = seat.gold is not None and ends_s == _TEN_MINUTES_S
    return LanePlayer(
        slot=seat.slot,
        hero_id=seat.hero_id,
        side=seat.side,
        lane=there.lane if there else None,
        role=there.role if there else None,
        share=there.share if there else None,
        roaming=there.roaming if there else None,
        seconds=there.seconds if there else (),
        position=seat.position,
        gold=seat.gold,
        xp=moments.at(seat.slot, "xp", ends_s),
        last_hits=moments.at(seat.slot, "last_hits", ends_s),
        denies=moments.at(seat.slot, "denies", ends_s),
        level=moments.at(seat.slot, "level", ends_s),
        efficiency=(seat.gold or 0) / PAR_GOLD if full else None,
        kills=None if kills is None else sum(one.killer == seat.slot for one in kills),
        deaths=None if kills is None else sum(one.victim == seat.slot for one in kills),
    )


def _verdict(lane: str, players: Sequence[LanePlayer]) -> LaneVerdict:
    sides = {side: [one for one in players if one.side == side] for side in "ab"}
    gold_a, gold_b = (_sum(sides[side], "gold") for side in "ab")
    winner, margin = _judged(gold_a, gold_b)
    return LaneVerdict(
        lane=lane,
        slots_a=tuple(one.slot for one in sides["a"]),
        slots_b=tuple(one.slot for one in sides["b"]),
        gold_a=gold_a,
        gold_b=gold_b,
        xp_a=_sum(sides["a"], "xp"),
        xp_b=_sum(sides["b"], "xp"),
        kills_a=_sum(sides["a"], "kills"),
        kills_b=_sum(sides["b"], "kills"),
        winner=winner,
        margin=margin,
    )


def _sum(players: Sequence[LanePlayer], name: str) -> int | None:
    values = [getattr(one, name) for one in players]
    return None if not values or None in values else sum(values)


def _judged(gold_a: int | None, gold_b: int | None) -> tuple[str | None, float | None]:
    """Say who was ahead, and by what share of the lane's gold."""
    if gold_a is None or gold_b is None:
        return None, None
    margin = abs(gold_a - gold_b) / max(gold_a + gold_b, 1)
    if margin <= EVEN_SHARE:
        return "even", margin
    return ("a" if gold_a > gold_b else "b"), margin
