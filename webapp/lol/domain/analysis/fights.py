"""Team fights: kills chained by time and place, with the trade, its gold and what followed.

A kill belongs to a fight when it comes within 15 s and 4,000 units of one of its kills.
"""

from __future__ import annotations

from math import hypot
from typing import Final

import msgspec

from webapp.lol.domain.analysis.deaths import gold_paid
from webapp.lol.domain.analysis.events import OTHER, Events, Kill, sides_of
from webapp.lol.domain.records import Match

CHAIN_S: Final = 15
CHAIN_UNITS: Final = 4_000
LEAST_KILLS: Final = 2
AFTER_S: Final = 60
"""What a side takes within so many seconds of the last kill is said to have followed."""


class FightSide(msgspec.Struct, frozen=True):
    """One side of a fight: kills, the gold its bounties paid, who took part, what it took after.

    `buildings` and `monsters` are numbers in the events slice.
    """

    kills: int
    gold: int
    slots: tuple[int, ...]
    buildings: tuple[int, ...]
    monsters: tuple[int, ...]


class Fight(msgspec.Struct, frozen=True):
    """A fight from its first to its last kill; `winner` had more kills, None when even."""

    at_s: int
    to_s: int
    x: int | None
    y: int | None
    kills: tuple[int, ...]
    a: FightSide
    b: FightSide
    winner: str | None


class Fights(msgspec.Struct, frozen=True):
    """Fights by time."""

    fights: tuple[Fight, ...]


def fights_of(match: Match, events: Events) -> Fights:
    """Find the fights of a match; `kills` in them are numbers in the events slice.

    A mode without sides has no fights of two sides.
    """
    if not sides_of(match):
        return Fights(())
    chains = [one for one in _chains(events.kills) if len(one) >= LEAST_KILLS]
    return Fights(tuple(_fight(match, events, chain) for chain in chains))


def _chains(kills: tuple[Kill, ...]) -> list[list[int]]:
    """Join each kill to the latest chain it is near to; chains keep the order of time."""
    chains: list[list[int]] = []
    for number, kill in enumerate(kills):
        home = next(
            (
                chain
                for chain in reversed(chains)
                if any(_near(kill, kills[other]) for other in chain)
            ),
            None,
        )
        if home is None:
            chains.append([number])
        else:
            home.append(number)
    return chains


def _near(one: Kill, other: Kill) -> bool:
    if abs(one.at_s - other.at_s) > CHAIN_S:
        return False
    if one.x is None or one.y is None or other.x is None or other.y is None:
        return True
    return hypot(one.x - other.x, one.y - other.y) <= CHAIN_UNITS


def _fight(match: Match, events: Events, chain: list[int]) -> Fight:
    kills = [events.kills[number] for number in chain]
    first, last = kills[0].at_s, kills[-1].at_s
    sides = sides_of(match)
    counts = {side: sum(one.side == side for one in kills) for side in OTHER}
    ahead = counts["a"] - counts["b"]
    xs = [one.x for one in kills if one.x is not None]
    ys = [one.y for one in kills if one.y is not None]
    return Fight(
        at_s=first,
        to_s=last,
        x=round(sum(xs) / len(xs)) if xs else None,
        y=round(sum(ys) / len(ys)) if ys else None,
        kills=tuple(chain),
        a=_side("a", match, events, chain, sides),
        b=_side("b", match, events, chain, sides),
        winner="a" if ahead > 0 else "b" if ahead < 0 else None,
    )


def _side(
    side: str, match: Match, events: Events, chain: list[int], sides: dict[int, str]
) -> FightSide:
    kills = [events.kills[number] for number in chain]
    paid = [match.timeline.kills[number] for number in chain] if match.timeline else []
    first, last = kills[0].at_s, kills[-1].at_s + AFTER_S
    fought = {
        slot
        for one in kills
        for slot in (one.killer, one.victim, *one.assists)
        if slot and sides.get(slot) == side
    }
    return FightSide(
        kills=sum(one.side == side for one in kills),
        gold=sum(
            gold_paid(pay.bounty, pay.shutdown)
            for one, pay in zip(kills, paid, strict=True)
            if one.side == side and one.killer
        ),
        slots=tuple(sorted(fought)),
        buildings=tuple(
            number
            for number, one in enumerate(events.buildings)
            if one.side == OTHER[side] and first <= one.at_s <= last
        ),
        monsters=tuple(
            number
            for number, one in enumerate(events.monsters)
            if one.side == side and first <= one.at_s <= last
        ),
    )
