"""What happens in a match: the words the other stages share. No chance, no arithmetic."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from webapp.simulator.deadlock.cast import Person
from webapp.simulator.deadlock.places import Lane

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Fall:
    """One objective: when it was first hurt and when it fell (0 = it stood to the end)."""

    team: int
    objective_id: int
    kind: str
    lane: Lane | None
    first_damage_s: int
    destroyed_s: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Death:
    """One death; killer slot 0 is no player. assists are slots."""

    second: int
    victim: int
    killer: int
    duration_s: int
    assists: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Fight:
    """People meeting in one place for a while, and who died of it."""

    start: int
    end: int
    x: float
    y: float
    members: tuple[int, ...]
    deaths: tuple[Death, ...]


@dataclass(frozen=True, slots=True)
class Boss:
    """One taking of the mid boss."""

    second: int
    killed_by: int
    claimed_by: int


@dataclass(frozen=True, slots=True)
class Story:
    """A whole match before anybody has moved."""

    match_id: int
    seed: int | None
    scenario: str
    duration_s: int
    winner: int
    people: tuple[Person, ...]
    lead: Floats
    falls: tuple[Fall, ...]
    fights: tuple[Fight, ...]
    bosses: tuple[Boss, ...]
    pauses: tuple[tuple[int, int, int], ...]
    abandoned: tuple[int, int] | None

    @property
    def deaths(self) -> list[Death]:
        """Every death, first to last."""
        return sorted(
            (d for f in self.fights for d in f.deaths), key=lambda d: (d.second, d.victim)
        )

    @property
    def old(self) -> bool:
        """Whether this is told in the dialect of 2024."""
        return self.scenario == "four_lanes_old"

    @property
    def brawl(self) -> bool:
        """Whether this is told as Street Brawl: the same story by other rules."""
        return self.scenario == "street_brawl"

    def person(self, slot: int) -> Person:
        """Who sits in a slot."""
        return self.people[slot - 1]
