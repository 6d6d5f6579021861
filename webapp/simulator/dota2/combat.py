"""Blows of every clash: who hit whom with what, and what was cast.

One list of blows feeds every table of damage, so that dealt and taken are the same numbers.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from webapp.simulator.dota2.cast import Person
from webapp.simulator.dota2.chance import Chance, happens, stream, weighted
from webapp.simulator.dota2.fights import Clash, Death
from webapp.simulator.dota2.story import Story

ATTACK = "null"
HERO_HEALTH = 620


@dataclass(frozen=True, slots=True)
class Blow:
    """Damage of one hero to another: `source` is a spell or an attack."""

    at_s: int
    by: int
    to: int
    source: str
    damage: int


@dataclass(frozen=True, slots=True)
class Cast:
    """A spell was used; `at` is the slot it was aimed at, if at anybody."""

    at_s: int
    by: int
    spell: str
    at: int | None


@dataclass(frozen=True, slots=True)
class Combat:
    """All of it."""

    blows: tuple[Blow, ...]
    casts: tuple[Cast, ...]
    heals: tuple[tuple[int, int, int, int], ...]
    """Second, healer, healed, amount."""


def play_combat(story: Story) -> Combat:
    """Let everybody hit, cast and heal in the clashes that were planned."""
    blows: list[Blow] = []
    casts: list[Cast] = []
    heals: list[tuple[int, int, int, int]] = []
    for number, clash in enumerate(story.clashes):
        rng = stream(story.match_id, f"clash {number}")
        here = [story.people[slot] for slot in clash.members]
        for death in clash.deaths:
            blows += _killing(rng, story, clash, death)
        for person in here:
            foes = [one for one in here if one.side != person.side]
            blows += _poking(rng, clash, person, foes)
            casts += _casts(rng, clash, person, foes)
            heals += _heals(rng, clash, person, here)
    blows.sort(key=lambda one: (one.at_s, one.by))
    return Combat(tuple(blows), tuple(casts), tuple(heals))


def summed(pairs: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Add up amounts by name."""
    found: dict[str, int] = {}
    for name, amount in pairs:
        found[name] = found.get(name, 0) + amount
    return found


def _killing(rng: Chance, story: Story, clash: Clash, death: Death) -> list[Blow]:
    """Take a life's worth of health off whoever died, most of it by the killer."""
    hands = [slot for slot in (death.killer, *death.helpers) if slot is not None]
    health = int((HERO_HEALTH + death.at_s * 0.62) * rng.uniform(0.85, 1.25))
    told = []
    while health > 0 and hands:
        by = weighted(rng, hands, [2.2 if slot == death.killer else 1 for slot in hands])
        damage = min(health, rng.randint(60, 320))
        at_s = rng.randint(clash.start, death.at_s)
        told.append(Blow(at_s, by, death.victim, _source(rng, story.people[by]), damage))
        health -= damage
    return told


def _poking(rng: Chance, clash: Clash, person: Person, foes: list[Person]) -> list[Blow]:
    gone = next((one.at_s for one in clash.deaths if one.victim == person.slot), clash.end)
    told = []
    for _ in range(rng.randint(0, 5)):
        at_s, foe = rng.randint(clash.start, gone), rng.choice(foes)
        damage = int(rng.randint(30, 160) * (1 + clash.start / 1500))
        told.append(Blow(at_s, person.slot, foe.slot, _source(rng, person), damage))
    return told


def _casts(rng: Chance, clash: Clash, person: Person, foes: list[Person]) -> list[Cast]:
    gone = next((one.at_s for one in clash.deaths if one.victim == person.slot), clash.end)
    told = []
    for place, spell in enumerate(person.hero.spells):
        known = clash.start > (60, 90, 130, 420)[place]
        times = rng.randint(0, 1 if place == 3 else 3) if known else 0  # noqa: PLR2004
        for _ in range(0 if spell.kind == "passive" else times):
            aimed = rng.choice(foes).slot if spell.kind == "target" else None
            told.append(Cast(rng.randint(clash.start, gone), person.slot, spell.name, aimed))
    return told


def _heals(
    rng: Chance, clash: Clash, person: Person, here: list[Person]
) -> list[tuple[int, int, int, int]]:
    friends = [one for one in here if one.side == person.side]
    if person.position < 4 or not happens(rng, 0.6):  # noqa: PLR2004 - supports heal
        return []
    healed = rng.choice(friends)
    return [(rng.randint(clash.start, clash.end), person.slot, healed.slot, rng.randint(60, 420))]


def _source(rng: Chance, person: Person) -> str:
    spells = [one.name for one in person.hero.spells if one.kind != "passive"]
    if person.position < 3 and happens(rng, 0.6):  # noqa: PLR2004 - cores hit
        return ATTACK
    return rng.choice([*spells, ATTACK])
