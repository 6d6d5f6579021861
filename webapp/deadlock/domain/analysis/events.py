"""What happened when: kills, buildings, mid bosses and pauses, each by time.

Kills are counted from every player's own deaths; the counters in snapshots drift when a player
comes back to life by the Rejuvenator.
"""

import math
from collections.abc import Mapping
from typing import Final

import msgspec

from webapp.deadlock.domain.buildings import down_by
from webapp.deadlock.domain.records import Death, Match, Place

UNITS_PER_METRE: Final = 39.37


class Kill(msgspec.Struct, frozen=True):
    """One death, seen from both ends. `killer` is None when no player did it.

    Places are world units; the distance is in metres and counts height. `time_to_kill_s` is the
    length of the fight before it, None where the response does not say.
    """

    at_s: int
    killer: int | None
    victim: int
    x: float | None
    y: float | None
    killer_x: float | None
    killer_y: float | None
    time_to_kill_s: float | None
    respawn_s: int
    distance_m: float | None


class Fall(msgspec.Struct, frozen=True):
    """A building of `side` fell, or was down by then where a Patron's fall is not told."""

    at_s: int
    side: str
    kind: str
    lane: str | None
    first_damage_at_s: int | None
    player_damage: int
    trooper_damage: int


class MidBossDeath(msgspec.Struct, frozen=True):
    """The mid boss died; the Rejuvenator may be claimed by the other side."""

    at_s: int
    killed_by: str | None
    claimed_by: str | None


class Break(msgspec.Struct, frozen=True):
    """Play stood still; 0 s where the response does not say for how long."""

    at_s: int
    lasted_s: int
    slot: int | None


class Events(msgspec.Struct, frozen=True):
    """Everything with a time, each list earliest first."""

    kills: tuple[Kill, ...]
    objectives: tuple[Fall, ...]
    mid_bosses: tuple[MidBossDeath, ...]
    pauses: tuple[Break, ...]


def killed_by(kill: Kill, sides: Mapping[int, str]) -> str:
    """Give the side whose player dealt a death, "" when no player of the other side did."""
    side = sides.get(kill.killer, "") if kill.killer is not None else ""
    return "" if side == sides.get(kill.victim) else side


def events_of(match: Match) -> Events:
    """Gather a match's events."""
    return Events(
        kills=_kills(match),
        objectives=_falls(match),
        mid_bosses=tuple(
            MidBossDeath(one.at_s, one.killed_by, one.claimed_by) for one in match.mid_bosses
        ),
        pauses=tuple(Break(one.at_s, one.lasted_s, one.slot) for one in match.pauses),
    )


def _kills(match: Match) -> tuple[Kill, ...]:
    made = [_kill(player.slot, death) for player in match.players for death in player.deaths]
    return tuple(sorted(made, key=lambda kill: (kill.at_s, kill.victim)))


def _kill(victim: int, death: Death) -> Kill:
    place, killer = death.place, death.killer_place
    return Kill(
        at_s=death.at_s,
        killer=death.killer,
        victim=victim,
        x=place.x if place else None,
        y=place.y if place else None,
        killer_x=killer.x if killer else None,
        killer_y=killer.y if killer else None,
        time_to_kill_s=_took(death.time_to_kill_s),
        respawn_s=death.respawn_s,
        distance_m=_distance(place, killer) if death.killer else None,
    )


def _took(seconds: float | None) -> float | None:
    """Give the length of the fight; the game writes -1 where no hero began one."""
    return None if seconds is None or seconds < 0 else seconds


def _distance(one: Place | None, other: Place | None) -> float | None:
    if one is None or other is None:
        return None
    return math.dist((one.x, one.y, one.z), (other.x, other.y, other.z)) / UNITS_PER_METRE


def _falls(match: Match) -> tuple[Fall, ...]:
    fell = [(down_by(one, match.objectives), one) for one in match.objectives]
    made = [
        Fall(
            at_s=at_s,
            side=one.side,
            kind=one.kind,
            lane=one.lane,
            first_damage_at_s=one.first_damage_at_s,
            player_damage=one.player_damage,
            trooper_damage=one.trooper_damage,
        )
        for at_s, one in fell
        if at_s is not None
    ]
    return tuple(sorted(made, key=lambda fall: (fall.at_s, fall.side, fall.kind)))
