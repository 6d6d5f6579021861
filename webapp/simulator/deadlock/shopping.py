"""What a player buys, in order: upgrades use up the parts they are made from.

Half of the players began with a published build and mostly buy what it lists next.
"""

from dataclasses import dataclass, replace

import numpy as np

from webapp.simulator.deadlock.cast import Person
from webapp.simulator.deadlock.chance import happens
from webapp.simulator.deadlock.facts import Item, items
from webapp.simulator.deadlock.story.events import Ints

SLOTS = 12
MOST_ITEMS = 30
_KIND_SLOT = {"marksman": "weapon", "mystic": "spirit", "brawler": "vitality"}
_TIERS = ((0, (1,)), (3500, (1, 2)), (9000, (2, 3)), (17000, (3, 4)), (26000, (4,)))


@dataclass(frozen=True, slots=True)
class Buy:
    """One item: when it was bought, when it was gone (0: never), and whether it was used up."""

    second: int
    item: Item
    gone: int = 0
    used_up: bool = False


def shop(  # noqa: PLR0913 - one argument for each thing that decides a purchase
    rng: np.random.Generator,
    person: Person,
    seconds: Ints,
    souls: Ints,
    *,
    wishes: tuple[Item, ...],
    end: int,
) -> list[Buy]:
    """Everything one player buys, dearest last; the oldest are sold when slots run out."""
    bought: list[Buy] = []
    spent = 0
    while len(bought) < MOST_ITEMS:
        item = _choice(rng, person, wishes, spent, bought)
        parts = [spot for spot, buy in enumerate(bought) if _is_part(buy, item)]
        spent += item.cost - sum(bought[spot].item.cost for spot in parts)
        second = _when(rng, seconds, souls, spent)
        if second >= end - 15:
            break
        for spot in parts:
            gone = max(second, bought[spot].second + 1)
            second = max(second, gone)
            bought[spot] = replace(bought[spot], gone=gone, used_up=True)
        if sum(not buy.gone for buy in bought) >= SLOTS:
            spent -= _sell_oldest(bought, second) // 2
        bought.append(Buy(second, item))
    return bought


def _is_part(buy: Buy, item: Item) -> bool:
    return not buy.gone and buy.item.class_name in item.parts


def _choice(
    rng: np.random.Generator,
    person: Person,
    wishes: tuple[Item, ...],
    spent: int,
    bought: list[Buy],
) -> Item:
    had = {buy.item.id for buy in bought}
    tiers = next(tiers for souls, tiers in reversed(_TIERS) if spent >= souls)
    wished = [one for one in wishes if one.id not in had and one.tier <= max(tiers)]
    if wished and happens(rng, 0.7):
        return wished[0]
    wanted = [one for one in items() if one.tier in tiers and one.id not in had]
    held = {buy.item.class_name for buy in bought if not buy.gone}
    upgrades = [one for one in wanted if not held.isdisjoint(one.parts)]
    if upgrades and happens(rng, 0.4):
        return upgrades[rng.integers(len(upgrades))]
    slot = _KIND_SLOT.get(person.hero.kind, "weapon")
    favourite = [one for one in wanted if one.slot == slot] if happens(rng, 0.55) else wanted
    choices = favourite or wanted
    return choices[rng.integers(len(choices))]


def _when(rng: np.random.Generator, seconds: Ints, souls: Ints, spent: int) -> int:
    """When the souls were there, plus the walk to the shop."""
    if spent > souls[-1]:
        return int(seconds[-1])
    second = float(np.interp(spent, souls, seconds))
    return int(max(2.0, second) + rng.exponential(18))


def _sell_oldest(bought: list[Buy], second: int) -> int:
    for spot, buy in enumerate(bought):
        if not buy.gone:
            bought[spot] = replace(buy, gone=max(second, buy.second + 1))
            return buy.item.cost
    return 0
