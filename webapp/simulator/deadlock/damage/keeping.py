"""Write the books: split blows by source, heal, regenerate, let the world hit too.

Details are multinomial splits of whole numbers, so that nothing is lost to rounding.
"""

from dataclasses import dataclass

import numpy as np

from webapp.simulator.deadlock.builds import Build
from webapp.simulator.deadlock.cast import TEAM_SIZE, Person
from webapp.simulator.deadlock.chance import happens, stream
from webapp.simulator.deadlock.clock import Clock
from webapp.simulator.deadlock.damage.blows import plan_blows
from webapp.simulator.deadlock.damage.ledger import (
    DAMAGE,
    HEALING,
    LETHAL,
    MITIGATED,
    PREVENTED,
    REGEN,
    WORLD,
    Ledger,
)
from webapp.simulator.deadlock.damage.sources import (
    Source,
    healing_sources,
    hurting_sources,
    shares,
    spoiling_sources,
)
from webapp.simulator.deadlock.story.events import Floats, Ints, Story

_WORLD_SOURCES = (
    *("UnknownAbility", "citadel_ability_tier2boss_stomp", "citadel_ability_tier2boss_laser_beam"),
    *("citadel_ability_tier3boss_laser_beam",),
)


def keep_ledger(
    story: Story, clock: Clock, builds: dict[int, Build], creature_damage: Ints
) -> Ledger:
    """Fill the books: damage, mitigation, lethal blows, healing, regeneration, the world."""
    rng = stream(story.match_id, story.seed, "damage")
    keeper = _Keeper(rng, clock, Ledger(clock.size), plan_blows(story, clock), _died(story, clock))
    for person in story.people:
        sources = hurting_sources(rng, person, builds[person.slot])
        split = shares(sources, clock.edges.astype(float))
        keeper.hurt_heroes(person.slot, sources, split)
        keeper.hurt_world(person.slot, sources, split, creature_damage[person.slot - 1])
    for person in story.people:
        keeper.heal(person, builds[person.slot])
        keeper.spoil(person.slot, builds[person.slot])
    if not story.old:
        keeper.regenerate()
        keeper.suffer_the_world()
    return keeper.ledger


def _died(story: Story, clock: Clock) -> Ints:
    died = np.zeros((12, clock.size), dtype=np.int64)
    for death in story.deaths:
        died[death.victim - 1, clock.bucket(death.second)] = 1
    return died


@dataclass(frozen=True, slots=True)
class _Keeper:
    rng: np.random.Generator
    clock: Clock
    ledger: Ledger
    blows: Ints
    died: Ints

    def hurt_heroes(self, dealer: int, sources: list[Source], split: Floats) -> None:
        for seat in np.flatnonzero(self.blows[dealer - 1].any(axis=1)):
            target = int(seat) + 1
            parts = self.rng.multinomial(self.blows[dealer - 1, seat], split).T
            shielded = self.rng.binomial(parts, 0.13)
            for source, amounts, stopped in zip(sources, parts, shielded, strict=True):
                self.ledger.add(DAMAGE, dealer, source, target, amounts)
                self.ledger.add(MITIGATED, target, source, dealer, stopped)
                self.ledger.add(LETHAL, dealer, source, target, amounts * self.died[seat])

    def hurt_world(
        self, dealer: int, sources: list[Source], split: Floats, creatures: Ints
    ) -> None:
        parts = self.rng.multinomial(creatures, split).T
        for source, amounts in zip(sources, parts, strict=True):
            self.ledger.add(DAMAGE, dealer, source, WORLD, amounts)

    def heal(self, person: Person, build: Build) -> None:
        """Heal a share of what was taken; now and then a friend's too."""
        sources = healing_sources(self.rng, person, build)
        if not sources:
            return
        slot, taken = person.slot, self.blows.sum(axis=0)
        split = shares(sources, self.clock.edges.astype(float))
        healed = (taken[slot - 1] * self.rng.uniform(0.15, 0.5)).astype(np.int64)
        for source, amounts in zip(sources, self.rng.multinomial(healed, split).T, strict=True):
            self.ledger.add(HEALING, slot, source, slot, amounts)
        if happens(self.rng, 0.35):
            first = person.team * TEAM_SIZE + 1
            for friend in {*range(first, first + TEAM_SIZE)} - {slot}:
                given = (taken[friend - 1] * self.rng.uniform(0.02, 0.12)).astype(np.int64)
                self.ledger.add(HEALING, slot, sources[-1], friend, given)

    def spoil(self, slot: int, build: Build) -> None:
        blows = self.blows[slot - 1]
        for source in spoiling_sources(build):
            owned = self.clock.edges > source.since
            for seat in np.flatnonzero(blows.any(axis=1)):
                kept = (blows[seat] * self.rng.uniform(0, 0.03)).astype(np.int64)
                self.ledger.add(PREVENTED, slot, source, int(seat) + 1, kept * owned)

    def regenerate(self) -> None:
        source = Source("base_stat_regen", "", 1.0, 0)
        for slot in range(1, 13):
            amounts = self.rng.integers(30, 140, self.clock.size)
            self.ledger.add(REGEN, slot, source, slot, amounts)

    def suffer_the_world(self) -> None:
        for index, name in enumerate(_WORLD_SOURCES):
            since = 0 if index == 0 else 700 + 300 * index
            source = Source(name, "Ability", 1.0, since)
            for slot in range(1, 13):
                hits = self.rng.random(self.clock.size) < (0.8 if index == 0 else 0.12)
                amounts = self.rng.integers(20, 260, self.clock.size)
                live = hits & (self.clock.edges > since)
                self.ledger.add(DAMAGE, WORLD, source, slot, amounts * live)
