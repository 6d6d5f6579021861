"""What each player bought and learned, and when: the items list of the wire.

Purchases follow the player's net worth; abilities follow the levels it buys. An ability's
upgrades carry an upgrade id of our own, as the real ids differ for every ability.
"""

from dataclasses import dataclass

import numpy as np

from webapp.simulator.deadlock.cast import Person
from webapp.simulator.deadlock.chance import happens, stream
from webapp.simulator.deadlock.clock import Clock
from webapp.simulator.deadlock.facts import LEVEL_SOULS, Item, items
from webapp.simulator.deadlock.story.events import Ints, Story

SLOTS = 12
# Since 2026 a bought item carries upgrade id 1; an ability just learnt carries 0.
BOUGHT_MARK = 1
MOST_ITEMS = 30
ULTIMATE_LEVEL = 8
_KIND_SLOT = {"marksman": "weapon", "mystic": "spirit", "brawler": "vitality"}
_TIERS = ((0, (1,)), (3500, (1, 2)), (9000, (2, 3)), (17000, (3, 4)), (26000, (4,)))


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
    bought = _shop(rng, person, seconds, souls, story.duration_s)
    learned = _learn(rng, person, seconds, souls)
    mark = 0 if story.old else BOUGHT_MARK
    lines = [_line(rng, person, entry, mark) for entry in bought] + learned
    kept = tuple((second, item) for second, item, _ in bought)
    return Build(tuple(sorted(lines, key=lambda line: line.second)), kept)


def _shop(
    rng: np.random.Generator, person: Person, seconds: Ints, souls: Ints, end: int
) -> list[tuple[int, Item, int]]:
    """(second, item, second sold or 0), dearest last; the oldest are sold when slots run out."""
    bought: list[tuple[int, Item, int]] = []
    owned: set[int] = set()
    spent = 0
    while len(bought) < MOST_ITEMS:
        item = _choice(rng, person, spent, owned)
        spent += item.cost
        second = _when(rng, seconds, souls, spent)
        if second >= end - 15:
            break
        if sum(1 for _, _, sold in bought if not sold) >= SLOTS:
            spent -= _sell_oldest(bought, second) // 2
        bought.append((second, item, 0))
        owned.add(item.id)
    return bought


def _choice(rng: np.random.Generator, person: Person, spent: int, owned: set[int]) -> Item:
    tiers = next(tiers for souls, tiers in reversed(_TIERS) if spent >= souls)
    slot = _KIND_SLOT.get(person.hero.kind, "weapon")
    wanted = [i for i in items() if i.tier in tiers and i.id not in owned]
    favourite = [i for i in wanted if i.slot == slot] if happens(rng, 0.55) else wanted
    choices = favourite or wanted
    return choices[rng.integers(len(choices))]


def _when(rng: np.random.Generator, seconds: Ints, souls: Ints, spent: int) -> int:
    """When the souls were there, plus the walk to the shop."""
    if spent > souls[-1]:
        return int(seconds[-1])
    second = float(np.interp(spent, souls, seconds))
    return int(max(2.0, second) + rng.exponential(18))


def _sell_oldest(bought: list[tuple[int, Item, int]], second: int) -> int:
    for index, (when, item, sold) in enumerate(bought):
        if not sold:
            bought[index] = (when, item, max(second, when + 1))
            return item.cost
    return 0


def _line(
    rng: np.random.Generator, person: Person, entry: tuple[int, Item, int], mark: int
) -> Purchase:
    second, item, sold = entry
    imbued = person.hero.spells[rng.integers(4)].id if item.imbue else 0
    return Purchase(second, item.id, mark, sold, int(bool(sold) and happens(rng, 0.6)), imbued)


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
