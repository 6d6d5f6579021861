"""What everybody owned at a moment, by hall of the shop, and what they had put into each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from webapp.deadlock.domain.shop import OTHER_SHOP, SHOPS, Bought, spent_by
from webapp.deadlock.domain.words import SIDE_NAMES
from webapp.deadlock.pages.builds.shelves import Shelf, shelves_of
from webapp.deadlock.pages.frame import Moment
from webapp.deadlock.pages.sources import Sources


@dataclass(frozen=True, slots=True)
class Held:
    """What lies in one hall: names, dearest first, and the souls put in."""

    shop: str
    names: str
    souls: int


@dataclass(frozen=True, slots=True)
class Inventory:
    """One player at the moment."""

    slot: int
    side: str
    hero: str
    letters: str
    count: int
    souls: int
    halls: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class SideInventories:
    """One side's six."""

    side: str
    name: str
    said: str
    rows: tuple[Inventory, ...]


def inventories_at(loaded: Sources, moment: Moment, at_s: int) -> tuple[SideInventories, ...]:
    """Give both sides' inventories at a second; with a span, what was bought within it."""
    found = [_inventory(shelf, moment, at_s) for shelf in shelves_of(loaded).values()]
    return tuple(
        SideInventories(
            side=side,
            name=SIDE_NAMES[side],
            said=f"{sum(one.souls for one in found if one.side == side):,} souls in items",
            rows=tuple(one for one in found if one.side == side),
        )
        for side in ("a", "b")
    )


def _inventory(shelf: Shelf, moment: Moment, at_s: int) -> Inventory:
    if moment.span:
        first, last = moment.span
        owned = [one for one in shelf.bought if first <= one.at_s <= last]
        souls = {shop: sum(one.paid or 0 for one in owned if one.shop == shop) for shop in _HALLS}
    else:
        owned = [one for one in shelf.bought if one.owned_at(at_s)]
        souls = spent_by(shelf.bought, at_s)
    return Inventory(
        slot=shelf.slot,
        side=shelf.side,
        hero=shelf.hero,
        letters=shelf.letters,
        count=len(owned),
        souls=sum(souls.values()),
        halls=tuple(_held(shop, owned, souls.get(shop, 0)) for shop in SHOPS.values()),
    )


_HALLS = (*SHOPS.values(), OTHER_SHOP)


def _held(shop: str, owned: Sequence[Bought], souls: int) -> Held:
    mine = [one for one in owned if one.shop == shop or (shop == "Gun" and one.shop == OTHER_SHOP)]
    mine.sort(key=lambda one: (-(one.cost or 0), one.at_s))
    return Held(shop, ", ".join(one.name for one in mine), souls)
