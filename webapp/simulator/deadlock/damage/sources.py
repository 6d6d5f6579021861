"""What each hero hits, heals and shields with: names as they stand in a damage matrix."""

from dataclasses import dataclass

import numpy as np

from webapp.simulator.deadlock.builds import Build
from webapp.simulator.deadlock.cast import Person
from webapp.simulator.deadlock.chance import happens
from webapp.simulator.deadlock.story.events import Floats

BULLET, ABILITY, MELEE, MISC = "Bullet", "Ability", "Melee", "Misc"
TOTALS = (BULLET, ABILITY, MELEE, MISC)
_HURTING = ("headshot", "bullets", "burst", "shock", "lightning", "ricochet", "toxic", "crackshot",
            "bleed", "pulse", "slugs", "exposure", "snatch", "express", "acolyte")  # fmt: skip
_HEALING = ("vampire", "lifestrike", "medic", "restorative", "stimpak", "siphon", "healbane",
            "infuser", "leech", "regen", "resilience", "stealing")  # fmt: skip
_SPOILING = ("toxic", "healbane", "decay", "slugs")


@dataclass(frozen=True, slots=True)
class Source:
    """One thing that hurts: its name, the total it counts in, its weight and first second."""

    name: str
    total: str
    weight: float
    since: int


def hurting_sources(rng: np.random.Generator, person: Person, build: Build) -> list[Source]:
    """Gun, headshots, spells, melee and the items that hit by themselves."""
    gun = person.hero.weapon.class_name
    bias = {"marksman": 1.5, "mystic": 0.7}.get(person.hero.kind, 1.0)
    found = [
        Source(gun, BULLET, bias * float(rng.uniform(2.4, 4)), 0),
        Source(f"{gun}_crit", BULLET, bias * float(rng.uniform(0.5, 1.6)), 0),
    ]
    learned = {line.item_id: line.second for line in reversed(build.purchases)}
    for spell in person.hero.spells:
        since = learned.get(spell.id, 9**9)
        weight = float(rng.uniform(0.4, 2.2)) / bias
        found.append(Source(spell.class_name, ABILITY, weight, since))
    if person.hero.melee:
        found.append(Source(person.hero.melee.class_name, MELEE, float(rng.uniform(0.1, 0.9)), 0))
    for second, item in build.bought:
        if any(word in item.class_name for word in _HURTING):
            found.append(Source(item.class_name, ABILITY, float(rng.uniform(0.1, 0.6)), second))
    return found


def healing_sources(rng: np.random.Generator, person: Person, build: Build) -> list[Source]:
    """Items that heal, and one spell for those who have the gift."""
    found = [
        Source(item.class_name, MISC, float(rng.uniform(0.3, 1.5)), second)
        for second, item in build.bought
        if any(word in item.class_name for word in _HEALING)
    ]
    if happens(rng, 0.5):
        spell = person.hero.spells[rng.integers(3)]
        found.append(Source(spell.class_name, MISC, float(rng.uniform(0.5, 2)), 180))
    return found


def spoiling_sources(build: Build) -> list[Source]:
    """Items that keep others from being healed."""
    return [
        Source(item.class_name, MISC, 1.0, second)
        for second, item in build.bought
        if any(word in item.class_name for word in _SPOILING)
    ]


def shares(sources: list[Source], edges: Floats) -> Floats:
    """Give the share of each source in each bucket: rows are buckets, and every row sums to one."""
    weights = np.array([source.weight for source in sources])
    since = np.array([source.since for source in sources])
    live = weights * (edges[:, None] >= since + 30)
    live[:, 0] += 1e-9
    normal: Floats = live / live.sum(axis=1, keepdims=True)
    return normal
