"""What everybody owned at a moment, by shop, and what that is worth at today's prices."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from webapp.core.holding import holding
from webapp.deadlock.domain.shop import OTHER_SHOP, SHOPS, Bought
from webapp.deadlock.domain.words import SIDE_NAMES
from webapp.deadlock.pages.builds.shelves import Shelf, shelves_of
from webapp.deadlock.pages.sources import Sources
from webapp.matchroom.moment import Moment

SHELVES_HELD = 192
INVENTORIES_HELD = 1024


@dataclass(frozen=True, slots=True)
class Held:
    """What is of one shop: names, dearest first, and their souls."""

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
    shelves = shelves_of(loaded)
    if moment.span:
        found = [_bought(shelf, *moment.span) for shelf in shelves.values()]
    else:
        found = [_owned(loaded, slot, _changed(loaded, slot, at_s)) for slot in shelves]
    return tuple(
        SideInventories(
            side=side,
            name=SIDE_NAMES[side],
            said=_said(sum(one.souls for one in found if one.side == side), moment),
            rows=tuple(one for one in found if one.side == side),
        )
        for side in ("a", "b")
    )


def heading_of(moment: Moment) -> str:
    """Head the inventories with what they are of."""
    if moment.span:
        return f"Bought from {' to '.join(moment.clocks)}"
    return "Owned at the end" if moment.at is None else f"Owned at {moment.clock}"


def shown_said(moment: Moment) -> str:
    """Say which part of the match was chosen."""
    if moment.span:
        return f"from {' to '.join(moment.clocks)}"
    return "the whole match" if moment.at is None else f"by {moment.clock}"


def _said(souls: int, moment: Moment) -> str:
    if moment.span:
        return f"{souls:,} souls paid, at today’s prices"
    return f"items worth {souls:,} souls at today’s prices"


def _bought(shelf: Shelf, first: int, last: int) -> Inventory:
    owned = [one for one in shelf.bought if first <= one.at_s <= last]
    souls = {shop: sum(one.paid or 0 for one in owned if one.shop == shop) for shop in _HALLS}
    return _inventory(shelf, owned, souls)


def _changed(loaded: Sources, slot: int, at_s: int) -> int:
    """Give the second since which a player's inventory is as it is."""
    times = _changes(loaded, slot)
    return times[bisect_right(times, at_s) - 1]


@holding(SHELVES_HELD)
def _changes(loaded: Sources, slot: int) -> tuple[int, ...]:
    bought = shelves_of(loaded)[slot].bought
    ends = {one.until_s for one in bought if one.until_s is not None}
    return tuple(sorted({-1, *ends, *(one.at_s for one in bought)}))


@holding(INVENTORIES_HELD)
def _owned(loaded: Sources, slot: int, since_s: int) -> Inventory:
    shelf = shelves_of(loaded)[slot]
    owned = [one for one in shelf.bought if one.owned_at(since_s)]
    souls = {shop: sum(one.cost or 0 for one in owned if one.shop == shop) for shop in _HALLS}
    return _inventory(shelf, owned, souls)


def _inventory(shelf: Shelf, owned: Sequence[Bought], souls: Mapping[str, int]) -> Inventory:
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
