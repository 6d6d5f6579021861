"""Split blows by source and keep the books of one match: everything the matrix will say.

Sums are exact by construction: details are a multinomial split of whole numbers, totals are
sums of details, and the scoreboard reads the same books.
"""

from dataclasses import dataclass, field

import numpy as np

from webapp.simulator.deadlock.builds import Build
from webapp.simulator.deadlock.chance import stream
from webapp.simulator.deadlock.clock import Clock
from webapp.simulator.deadlock.damage.blows import plan_blows
from webapp.simulator.deadlock.damage.sources import (
    Source,
    healing_sources,
    hurting_sources,
    shares,
    spoiling_sources,
)
from webapp.simulator.deadlock.story.events import Floats, Ints, Story

DAMAGE, HEALING, PREVENTED, MITIGATED, LETHAL, REGEN = range(6)
WORLD = 0
_WORLD_SOURCES = (
    *("UnknownAbility", "citadel_ability_tier2boss_stomp", "citadel_ability_tier2boss_laser_beam"),
    *("citadel_ability_tier3boss_laser_beam",),
)


@dataclass(slots=True)
class Ledger:
    """Per (stat type, dealer slot, source, total, target slot): whole numbers per bucket."""

    size: int
    lines: dict[tuple[int, int, str, str, int], Ints] = field(default_factory=dict)

    def add(self, stat: int, dealer: int, source: Source, target: int, amounts: Ints) -> None:
        """Write one line, or add to it."""
        key = (stat, dealer, source.name, source.total, target)
        if amounts.any():
            self.lines[key] = self.lines[key] + amounts if key in self.lines else amounts

    def sums(self, stat: int, *, by: int, heroes_only: bool = False) -> Ints:
        """Totals per bucket and slot 0-12 (by=1 dealer, by=4 target)."""
        sums = np.zeros((13, self.size), dtype=np.int64)
        for key, amounts in self.lines.items():
            if key[0] == stat and not (heroes_only and WORLD in (key[1], key[4])):
                sums[key[by]] += amounts
        return sums

    def source_sums(self, dealer: int, total: str) -> Ints:
        """Damage of one kind (Bullet, Ability, Melee) on heroes, per bucket."""
        sums = np.zeros(self.size, dtype=np.int64)
        for (stat, who, _, kind, target), amounts in self.lines.items():
            if (stat, who, kind) == (DAMAGE, dealer, total) and target != WORLD:
                sums += amounts
        return sums


def keep_ledger(
    story: Story, clock: Clock, builds: dict[int, Build], creature_damage: Ints
) -> Ledger:
    """Fill the books: damage, mitigation, lethal blows, healing, regeneration, the world."""
    rng = stream(story.match_id, story.seed, "damage")
    ledger = Ledger(clock.size)
    blows = plan_blows(story, clock)
    died = _died(story, clock)
    for person in story.people:
        sources = hurting_sources(rng, person, builds[person.slot])
        split = shares(sources, clock.edges.astype(float))
        _hurt_heroes(rng, ledger, person.slot, sources, split, blows[person.slot - 1], died)
        _hurt_world(rng, ledger, person.slot, sources, split, creature_damage[person.slot - 1])
    taken = blows.sum(axis=0)
    for person in story.people:
        _heal(rng, story, clock, ledger, person.slot, builds[person.slot], taken)
        _spoil(rng, clock, ledger, person.slot, builds[person.slot], blows[person.slot - 1])
    if not story.old:
        _regenerate(rng, clock, ledger)
        _world_hurts(rng, clock, ledger)
    return ledger


def _died(story: Story, clock: Clock) -> Ints:
    died = np.zeros((12, clock.size), dtype=np.int64)
    for death in story.deaths:
        died[death.victim - 1, clock.bucket(death.second)] = 1
    return died


def _hurt_heroes(
    rng: np.random.Generator,
    ledger: Ledger,
    dealer: int,
    sources: list[Source],
    split: Floats,
    blows: Ints,
    died: Ints,
) -> None:
    for seat in np.flatnonzero(blows.any(axis=1)):
        target = int(seat) + 1
        parts = rng.multinomial(blows[seat], split).T
        shielded = rng.binomial(parts, 0.13)
        for source, amounts, stopped in zip(sources, parts, shielded, strict=True):
            ledger.add(DAMAGE, dealer, source, target, amounts)
            ledger.add(MITIGATED, target, source, dealer, stopped)
            ledger.add(LETHAL, dealer, source, target, amounts * died[seat])


def _hurt_world(
    rng: np.random.Generator,
    ledger: Ledger,
    dealer: int,
    sources: list[Source],
    split: Floats,
    creatures: Ints,
) -> None:
    parts = rng.multinomial(creatures, split).T
    for source, amounts in zip(sources, parts, strict=True):
        ledger.add(DAMAGE, dealer, source, WORLD, amounts)


def _heal(
    rng: np.random.Generator,
    story: Story,
    clock: Clock,
    ledger: Ledger,
    slot: int,
    build: Build,
    taken: Ints,
) -> None:
    sources = healing_sources(rng, story.person(slot), build)
    if not sources:
        return
    split = shares(sources, clock.edges.astype(float))
    healed = (taken[slot - 1] * rng.uniform(0.15, 0.5)).astype(np.int64)
    for source, amounts in zip(sources, rng.multinomial(healed, split).T, strict=True):
        ledger.add(HEALING, slot, source, slot, amounts)
    if rng.random() < 0.35:
        side = range(1, 7) if slot <= 6 else range(7, 13)
        for friend in side:
            given = (taken[friend - 1] * rng.uniform(0.02, 0.12)).astype(np.int64)
            ledger.add(HEALING, slot, sources[-1], friend, given * (friend != slot))


def _spoil(
    rng: np.random.Generator, clock: Clock, ledger: Ledger, slot: int, build: Build, blows: Ints
) -> None:
    for source in spoiling_sources(build):
        for seat in np.flatnonzero(blows.any(axis=1)):
            kept = (blows[seat] * rng.uniform(0, 0.03)).astype(np.int64)
            ledger.add(PREVENTED, slot, source, int(seat) + 1, kept * (clock.edges > source.since))


def _regenerate(rng: np.random.Generator, clock: Clock, ledger: Ledger) -> None:
    source = Source("base_stat_regen", "", 1.0, 0)
    for slot in range(1, 13):
        amounts = rng.integers(30, 140, clock.size)
        ledger.add(REGEN, slot, source, slot, amounts)


def _world_hurts(rng: np.random.Generator, clock: Clock, ledger: Ledger) -> None:
    for index, name in enumerate(_WORLD_SOURCES):
        since = 0 if index == 0 else 700 + 300 * index
        source = Source(name, "Ability", 1.0, since)
        for slot in range(1, 13):
            hits = rng.random(clock.size) < (0.8 if index == 0 else 0.12)
            amounts = rng.integers(20, 260, clock.size) * hits * (clock.edges > since)
            ledger.add(DAMAGE, WORLD, source, slot, amounts)
