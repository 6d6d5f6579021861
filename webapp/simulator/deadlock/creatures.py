"""Damage to troopers, neutrals and objectives, by player and minute."""

from dataclasses import dataclass

import numpy as np

from webapp.simulator.deadlock.chance import stream
from webapp.simulator.deadlock.clock import Clock
from webapp.simulator.deadlock.souls import Purse
from webapp.simulator.deadlock.story.events import Fall, Ints, Story

_HEALTH = {
    "tier1": 5200,
    "tier2": 9600,
    "barracks": 11500,
    "shrine": 9000,
    "patron": 14500,
    "core": 12500,
}


@dataclass(frozen=True, slots=True)
class Toll:
    """What one objective took: from troopers, from players, and from spirit among those."""

    fall: Fall
    creep_damage: int
    player_damage: int
    spirit_damage: int


@dataclass(frozen=True, slots=True)
class Creatures:
    """Damage dealt per player (12 rows) and bucket, and what each objective took."""

    creeps: Ints
    neutrals: Ints
    bosses: Ints
    tolls: tuple[Toll, ...]

    def total(self) -> Ints:
        """Everything dealt to what is not a hero."""
        return self.creeps + self.neutrals + self.bosses


def hurt_creatures(story: Story, clock: Clock, purse: Purse) -> Creatures:
    """Count the work behind the last hits and the fallen objectives."""
    rng = stream(story.match_id, story.seed, "creatures")
    creeps = purse.creep_kills * rng.integers(240, 380, purse.creep_kills.shape)
    neutrals = purse.neutral_kills * rng.integers(220, 420, purse.neutral_kills.shape)
    bosses = np.zeros_like(creeps)
    tolls = tuple(_besiege(rng, clock, fall, story.duration_s, bosses) for fall in story.falls)
    return Creatures(creeps, neutrals, bosses, tolls)


def _besiege(
    rng: np.random.Generator, clock: Clock, fall: Fall, duration_s: int, bosses: Ints
) -> Toll:
    share = 1.0 if fall.destroyed_s else rng.uniform(0.05, 0.5)
    health = int(_HEALTH[fall.kind] * share)
    by_players = int(health * rng.uniform(0.3, 0.85))
    first = clock.bucket(fall.first_damage_s)
    last = clock.bucket(fall.destroyed_s or min(duration_s, fall.first_damage_s + 200))
    besiegers = rng.permutation(6)[: int(rng.integers(2, 6))] + (6 if fall.team == 0 else 0)
    weights = rng.dirichlet(np.ones(len(besiegers) * (last - first + 1)))
    hits = rng.multinomial(by_players, weights).reshape(len(besiegers), -1)
    bosses[besiegers, first : last + 1] += hits
    return Toll(fall, health - by_players, by_players, int(by_players * rng.uniform(0.05, 0.5)))
