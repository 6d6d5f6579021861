"""Objectives: every epic monster and building with what stood around it, and what is still owed.

The set-up of a monster is what both sides had there: wards placed and cleared in the minute before,
and how many were alive.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from webapp.lol.domain import modes
from webapp.lol.domain.analysis.events import (
    OTHER,
    Events,
    Fall,
    Monster,
    Plate,
    SoulTaken,
    sides_of,
)
from webapp.lol.domain.analysis.respawning import alive_at
from webapp.lol.domain.records import Match, ObjectiveBounty
from webapp.lol.domain.records.team import SHUT_OUT

AROUND_S: Final = 60
ELDER: Final = "elder"
KINDS: Final = ("dragon", "elder", "grub", "herald", "atakhan", "baron")


class SetUp(msgspec.Struct, frozen=True):
    """One side at a monster: wards placed and cleared within a minute of it, players alive."""

    placed: int
    cleared: int
    alive: int | None


class Taken(msgspec.Struct, frozen=True):
    """A monster's fall: its number in the events slice, who helped, its bounty, its set-up."""

    number: int
    kind: str
    assists: tuple[int, ...]
    bounty: int | None
    a: SetUp
    b: SetUp


class Count(msgspec.Struct, frozen=True):
    """How many of one thing each side took; `said` are the body's own counts, None when absent."""

    kind: str
    a: int
    b: int
    said_a: int | None
    said_b: int | None


class Bounty(msgspec.Struct, frozen=True):
    """Objective bounties of a side were on from one second to another, None when to the end."""

    side: str
    from_s: int
    to_s: int | None


class Feat(msgspec.Struct, frozen=True):
    """A feat of strength (2025): the second a side won it, and the game's number for it."""

    at_s: int
    side: str
    feat: int


class Objectives(msgspec.Struct, frozen=True):
    """Everything taken. Buildings, plates and souls themselves are in the events slice."""

    taken: tuple[Taken, ...]
    counts: tuple[Count, ...]
    bounties: tuple[Bounty, ...]
    feats: tuple[Feat, ...]


def objectives_of(match: Match, events: Events) -> Objectives:
    """Work out what each side took and how it stood when it did."""
    told = match.timeline
    return Objectives(
        taken=tuple(_taken(match, events, number) for number in range(len(events.monsters))),
        counts=_counts(match, events),
        bounties=_bounties(told.bounties) if told else (),
        feats=_feats(match),
    )


def kind_of(one: Monster) -> str:
    """Tell the elder dragon from the drakes; it is another objective."""
    return ELDER if one.element == ELDER else one.kind


def _taken(match: Match, events: Events, number: int) -> Taken:
    one = events.monsters[number]
    found = match.timeline.monsters[number] if match.timeline else None
    alive = alive_at(match, one.at_s) if match.mode == modes.RIFT else {}
    return Taken(
        number=number,
        kind=kind_of(one),
        assists=found.assists if found else (),
        bounty=found.bounty if found else None,
        a=_set_up(match, one.at_s, "a", alive.get("a")),
        b=_set_up(match, one.at_s, "b", alive.get("b")),
    )


def _set_up(match: Match, at_s: int, side: str, alive: int | None) -> SetUp:
    sides = sides_of(match)
    wards = [
        one
        for one in (match.timeline.wards if match.timeline else ())
        if one.kind != "undefined"
        and abs(one.at_s - at_s) <= AROUND_S
        and sides.get(one.slot or 0) == side
    ]
    placed = sum(one.placed for one in wards)
    return SetUp(placed, len(wards) - placed, alive)


def _counts(match: Match, events: Events) -> tuple[Count, ...]:
    """Count each kind; the body counts elders among its dragons, as it is said there."""
    rows = [
        _count(match, kind, [one.side for one in events.monsters if kind_of(one) == kind])
        for kind in KINDS
    ]
    for kind in ("turret", "inhibitor"):
        takers = [OTHER.get(one.side or "") for one in events.buildings if one.kind == kind]
        rows.append(_count(match, kind, takers))
    rows.append(_count(match, "plate", [OTHER.get(one.side or "") for one in events.plates]))
    return (*rows, _count_feats(match))


def _count_feats(match: Match) -> Count:
    """Count the feats each side won, by the body those the other side was shut out of."""
    won = [one.side for one in _feats(match)]
    said = {side: team.feats_lost if (team := match.team(OTHER[side])) else None for side in OTHER}
    return Count("feat", won.count("a"), won.count("b"), said["a"], said["b"])


def _count(match: Match, kind: str, takers: Sequence[str | None]) -> Count:
    said = {}
    for side in OTHER:
        team = match.team(side)
        tally = team.tally(kind) if team else None
        said[side] = tally.kills if tally else None
    return Count(kind, takers.count("a"), takers.count("b"), said["a"], said["b"])


def _bounties(found: Sequence[ObjectiveBounty]) -> tuple[Bounty, ...]:
    """Pair each announcement with the end that follows it for the same side."""
    spans: list[Bounty] = []
    for one in found:
        if one.side is None:
            continue
        last = spans[-1] if spans and spans[-1].side == one.side else None
        if one.starts_at_s is not None:
            spans.append(Bounty(one.side, one.starts_at_s, None))
        elif last and last.to_s is None:
            spans[-1] = Bounty(last.side, last.from_s, one.at_s)
    return tuple(spans)


def _feats(match: Match) -> tuple[Feat, ...]:
    """Give the feats won: each by the side whose other was shut out of it, when it was."""
    if match.timeline is None:
        return ()
    return tuple(
        Feat(one.at_s, OTHER[one.side], one.feat)
        for one in match.timeline.feats
        if one.side in OTHER and one.value == SHUT_OUT and one.feat is not None
    )


__all__ = [
    "Bounty",
    "Count",
    "Fall",
    "Feat",
    "Monster",
    "Objectives",
    "Plate",
    "SetUp",
    "SoulTaken",
    "Taken",
    "kind_of",
    "objectives_of",
]
