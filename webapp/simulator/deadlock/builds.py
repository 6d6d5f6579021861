"""What each player bought and learned, and when: the items list of the wire.

Purchases follow the player's net worth; abilities follow the levels it buys. An ability's
upgrades carry an upgrade id of our own, as the real ids differ for every ability.
"""

from dataclasses import dataclass

import numpy as np

from webapp.simulator.deadlock.cast import Person
from webapp.simulator.deadlock.chance import stream
from webapp.simulator.deadlock.clock import Clock
from webapp.simulator.deadlock.facts import LEVEL_SOULS, Item
from webapp.simulator.deadlock.published import followers, wishes_of
from webapp.simulator.deadlock.shopping import Buy, shop
from webapp.simulator.deadlock.story.events import Ints, Story

# Since 2026 a bought item carries upgrade id 1; an ability just learnt carries 0.
BOUGHT_MARK = 1
ULTIMATE_LEVEL = 8


@dataclass(frozen=True, slots=True)
class Purchase:
    """One line of the items list; an ability's upgrades have upgrade ids of their own."""

    second: int
    item_id: int
    upgrade_id: int
    sold_s: int
    flags: int
    imbued_id: int


@dataclass(frozen=True, slots=True)
class Build:
    """A player's purchases in order, and the items among them with their moments."""

    purchases: tuple[Purchase, ...]
    bought: tuple[tuple[int, Item], ...]


def build_people(story: Story, clock: Clock, worth: Ints) -> dict[int, Build]:
    """Every player's build, keyed by slot."""
    return {
        person.slot: _build(story, clock, person, worth[person.slot - 1]) for person in story.people
    }


def _build(story: Story, clock: Clock, person: Person, worth: Ints) -> Build:
    rng = stream(story.match_id, story.seed, f"build {person.slot}")
    start = 0 if story.old else 600
    seconds = np.concatenate([[0], clock.edges])
    souls = np.concatenate([[start], worth])
    wishes = wishes_of(person.hero) if person in followers(story.people) else ()
    bought = shop(rng, person, seconds, souls, wishes=wishes, end=story.duration_s)
    learned = _learn(rng, person, seconds, souls)
    mark = 0 if story.old else BOUGHT_MARK
    lines = [_line(rng, person, buy, mark) for buy in bought] + learned
    kept = tuple((buy.second, buy.item) for buy in bought)
    return Build(tuple(sorted(lines, key=lambda line: line.second)), kept)


def _line(rng: np.random.Generator, person: Person, buy: Buy, mark: int) -> Purchase:
    imbued = person.hero.spells[rng.integers(4)].id if buy.item.imbue else 0
    return Purchase(buy.second, buy.item.id, mark, buy.gone, int(buy.used_up), imbued)


def _learn(rng: np.random.Generator, person: Person, seconds: Ints, souls: Ints) -> list[Purchase]:
    """Unlock at levels 1, 3, 5 and 8, then a point every second level."""
    first, second, third, ultimate = person.hero.spells
    order = [(1, first), (3, second), (5, third), (ULTIMATE_LEVEL, ultimate)]
    points = [level for level in range(6, len(LEVEL_SOULS), 2) if level != ULTIMATE_LEVEL]
    queue = [spell for spell in (first, second, third, ultimate) for _ in range(3)]
    queue = [queue[index] for index in rng.permutation(len(queue))]
    learned: list[Purchase] = []
    seen: dict[int, int] = {}
    for level, spell in sorted(order + list(zip(points, queue, strict=False)), key=lambda e: e[0]):
        moment = _level_up(rng, seconds, souls, level)
        if moment is None:
            break
        rank = seen.get(spell.id, 0) if (level, spell) not in order else 0
        seen[spell.id] = seen.get(spell.id, 0) + 1
        upgrade = (spell.id ^ (0x5BD1E995 * (rank + 1))) & 0x7FFFFFFF if rank else 0
        learned.append(Purchase(moment, spell.id, upgrade, 0, 0, 0))
    return learned


def _level_up(rng: np.random.Generator, seconds: Ints, souls: Ints, level: int) -> int | None:
    needed = LEVEL_SOULS[level - 1]
    if needed > souls[-1]:
        return None
    return int(np.interp(needed, souls, seconds) + rng.exponential(9)) + 1
