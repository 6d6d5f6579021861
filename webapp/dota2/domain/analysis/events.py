"""What happened when: kills, buildings, Roshan, Tormentors, couriers, buybacks and pauses.

Kills come from the players' logs. A death to no hero is in no log, so its second is not recorded;
how many there were is counted. Places are known for deaths in the upstream's fights alone.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from webapp.dota2.domain.analysis.objectives import Building, Objectives, objectives_of
from webapp.dota2.domain.analysis.objectives.records import Courier, Roshan, Tormentor
from webapp.dota2.domain.analysis.places import places_of
from webapp.dota2.domain.analysis.whose import slots_by_unit
from webapp.dota2.domain.records import Match, Objective


class Kill(msgspec.Struct, frozen=True):
    """One death dealt by a hero; places are cells of the map grid, None where not recorded."""

    at_s: int
    killer: int
    victim: int
    x: float | None
    y: float | None


class Fallen(msgspec.Struct, frozen=True):
    """A building of `side` fell; `tier` and `lane` where it has them, `kind` "" when not told.

    `taken_by` is the side that gained by it; a building brought down by its own side is `denied`.
    """

    at_s: int
    side: str | None
    kind: str
    tier: int | None
    lane: str | None
    taken_by: str | None
    by: int | None
    denied: bool


class FirstBlood(msgspec.Struct, frozen=True):
    """The first kill: who had it, and of whom where that is told."""

    at_s: int
    slot: int | None
    victim: int | None


class Buyback(msgspec.Struct, frozen=True):
    """A player bought back into the match."""

    at_s: int
    slot: int


class Break(msgspec.Struct, frozen=True):
    """Play stood still."""

    at_s: int
    lasted_s: int


class Events(msgspec.Struct, frozen=True):
    """Everything with a second, each list earliest first; None where it was not recorded.

    `untimed` counts deaths whose second nobody recorded, None without figures to count by.
    """

    kills: tuple[Kill, ...] | None
    untimed: int | None
    falls: tuple[Fallen, ...]
    roshans: tuple[Roshan, ...] | None
    tormentors: tuple[Tormentor, ...] | None
    couriers: tuple[Courier, ...] | None
    first_blood: FirstBlood | None
    buybacks: tuple[Buyback, ...] | None
    pauses: tuple[Break, ...] | None


def events_of(match: Match, objectives: Objectives | None = None) -> Events:
    """Gather a match's events."""
    told = objectives or objectives_of(match)
    kills = kills_of(match)
    return Events(
        kills=kills,
        untimed=_untimed(match, kills),
        falls=_falls(told),
        roshans=told.roshans,
        tormentors=told.tormentors,
        couriers=told.couriers,
        first_blood=_first_blood(match, kills),
        buybacks=_buybacks(match),
        pauses=None
        if match.pauses is None
        else tuple(Break(one.at_s, one.lasted_s) for one in match.pauses),
    )


def kills_of(match: Match) -> tuple[Kill, ...] | None:
    """Give every kill by a hero; None without a log of them."""
    if all(player.logs.kills is None for player in match.players):
        return None
    slots, places = slots_by_unit(match), places_of(match)
    found = sorted(
        (kill.at_s, slots[kill.unit], player.slot)
        for player in match.players
        for kill in player.logs.kills or ()
        if slots.get(kill.unit, player.slot) != player.slot
    )
    return tuple(
        Kill(at_s, killer, victim, *places.get((at_s, victim), (None, None)))
        for at_s, victim, killer in found
    )


def _untimed(match: Match, kills: tuple[Kill, ...] | None) -> int | None:
    deaths = [player.finals.deaths for player in match.players]
    if kills is None or not deaths or None in deaths:
        return None
    logged = {player.slot: 0 for player in match.players}
    for kill in kills:
        logged[kill.victim] = logged.get(kill.victim, 0) + 1
    return sum(
        max(0, (player.finals.deaths or 0) - logged[player.slot]) for player in match.players
    )


def _falls(told: Objectives) -> tuple[Fallen, ...]:
    named = [_fallen(one, one.fell_at_s) for one in told.buildings if one.fell_at_s is not None]
    rest = [
        Fallen(
            at_s=one.at_s,
            side=None if one.side is None else "b" if one.side == "a" else "a",
            kind="tower",
            tier=None,
            lane=None,
            taken_by=one.side,
            by=one.by,
            denied=one.denied,
        )
        for one in told.unnamed
    ]
    return tuple(sorted(named + rest, key=lambda one: (one.at_s, one.side or "", one.kind)))


def _fallen(one: Building, at_s: int) -> Fallen:
    return Fallen(
        at_s=at_s,
        side=one.side,
        kind=one.kind,
        tier=one.tier,
        lane=one.lane,
        taken_by="b" if one.side == "a" else "a",
        by=one.by,
        denied=one.denied,
    )


def _first_blood(match: Match, kills: tuple[Kill, ...] | None) -> FirstBlood | None:
    told = next((one for one in match.objectives or () if one.kind == "first_blood"), None)
    if told is None:
        return _first_kill(match, kills or ())
    return FirstBlood(told.at_s, told.slot, _victim(told, kills or ()))


def _first_kill(match: Match, kills: Iterable[Kill]) -> FirstBlood | None:
    at_s = match.first_blood_at_s
    if not at_s:
        return None
    kill = next((one for one in kills if abs(one.at_s - at_s) <= 1), None)
    return FirstBlood(at_s, kill.killer if kill else None, kill.victim if kill else None)


def _victim(told: Objective, kills: Iterable[Kill]) -> int | None:
    if told.victim is not None:
        return told.victim
    own = (one for one in kills if one.killer == told.slot and abs(one.at_s - told.at_s) <= 1)
    return next((one.victim for one in own), None)


def _buybacks(match: Match) -> tuple[Buyback, ...] | None:
    if all(player.logs.buybacks_s is None for player in match.players):
        return None
    found = (
        Buyback(at_s, player.slot)
        for player in match.players
        for at_s in player.logs.buybacks_s or ()
    )
    return tuple(sorted(found, key=lambda one: (one.at_s, one.slot)))
