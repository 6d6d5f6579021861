"""Who plays: twelve invented people, their heroes and lanes.

Every account is of one of twelve circles of twenty and plays one match id in twenty, so an
account's history can be told from ids alone. No real account id or name appears.
"""

from dataclasses import dataclass

import numpy as np

from webapp.simulator.deadlock.chance import stream
from webapp.simulator.deadlock.facts import Hero, heroes
from webapp.simulator.deadlock.places import FOUR_LANES, THREE_LANES, Lane

FIRST_ACCOUNT = 900_000_001
CIRCLES = 12
CIRCLE_SIZE = 20
ACCOUNTS = CIRCLES * CIRCLE_SIZE
TEAM_SIZE = 6
_FIRST_NAMES = ("Amber", "Bramble", "Cinder", "Dapple", "Ember", "Fable", "Gloam", "Hazel", "Iris",
                "Juniper", "Kestrel", "Lantern", "Marrow", "Nettle", "Oriel", "Pewter", "Quill",
                "Rook", "Saffron", "Thistle")  # fmt: skip
_LAST_NAMES = ("wick", "thorn", "moor", "bell", "fen", "gate", "hollow", "march", "spire", "tide",
               "vale", "wren")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """One player in one match; skill is a factor around 1."""

    slot: int
    team: int
    account_id: int
    hero: Hero
    lane: Lane
    skill: float


def accounts_of(match_id: int) -> list[int]:
    """Give the twelve accounts that play a match, one from each circle."""
    turn = match_id // CIRCLE_SIZE
    return [
        FIRST_ACCOUNT + circle * CIRCLE_SIZE + (match_id + turn * circle) % CIRCLE_SIZE
        for circle in range(CIRCLES)
    ]


def name_of(account_id: int) -> str:
    """Give the invented handle of an invented account."""
    circle, member = divmod(account_id - FIRST_ACCOUNT, CIRCLE_SIZE)
    return _FIRST_NAMES[member] + _LAST_NAMES[circle % CIRCLES]


def cast_match(match_id: int, seed: int | None, *, four_lanes: bool = False) -> tuple[Person, ...]:
    """Seat twelve people in slots 1 to 12, six a side."""
    rng = stream(match_id, seed, "cast")
    accounts = rng.permutation(accounts_of(match_id))
    chosen = rng.permutation(len(heroes()))[: 2 * TEAM_SIZE]
    seats = [_lanes(rng, four_lanes=four_lanes) for _ in range(2)]
    return tuple(
        Person(
            slot=index + 1,
            team=index // TEAM_SIZE,
            account_id=int(accounts[index]),
            hero=heroes()[chosen[index]],
            lane=seats[index // TEAM_SIZE][index % TEAM_SIZE],
            skill=float(rng.uniform(0.75, 1.3)),
        )
        for index in range(2 * TEAM_SIZE)
    )


def _lanes(rng: np.random.Generator, *, four_lanes: bool) -> list[Lane]:
    west, inner_west, inner_east, east = FOUR_LANES
    seats = [west, inner_west, inner_west, inner_east, inner_east, east]
    if not four_lanes:
        seats = [lane for lane in THREE_LANES for _ in range(2)]
    return [seats[index] for index in rng.permutation(TEAM_SIZE)]
