"""What was bought and learnt, by name and price: recorded lines read with the catalogue.

Pure. Prices are the catalogue's, so those of today's game; a match does not hold its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from webapp.deadlock.domain.analysis.builds import Line
from webapp.deadlock.domain.catalogue import Catalogue, Item

SHOPS: Final = {"weapon": "Gun", "vitality": "Vitality", "spirit": "Spirit"}
"""What the shop's three halls are called."""
OTHER_SHOP: Final = "Other"
DEEPEST: Final = 4
"""Parts of parts are followed this far: there are no more tiers than that."""
POINTS: Final = {1: 0, 2: 1, 3: 2, 4: 5}
"""Ability points each rank costs; the first is an unlock."""


@dataclass(frozen=True, slots=True)
class Bought:
    """One item bought. `paid` is the price less the parts it used up.

    It was owned until `until_s` (None: to the end), when it was "sold" or "used up", perhaps
    into the item `into`.
    """

    number: int
    item_id: int
    name: str
    shop: str
    tier: int | None
    cost: int | None
    paid: int | None
    at_s: int
    until_s: int | None
    end: str
    into_id: int | None
    into: str | None
    imbued_id: int | None
    imbues: str | None
    flags: int

    def owned_at(self, second: int) -> bool:
        """Say whether it was owned at a second."""
        return self.at_s <= second and (self.until_s is None or second < self.until_s)


@dataclass(frozen=True, slots=True)
class Learnt:
    """One step of the skill order; `points` are the ability points spent with it."""

    number: int
    ability_id: int
    name: str
    rank: int
    points: int
    at_s: int


def is_ability(line: Line, names: Catalogue) -> bool:
    """Tell an ability from an item: by the catalogue, or by the match when it is not known."""
    known = names.items.get(line.item_id)
    if known is None:
        return line.rank is not None
    return known.tier is None and known.cost is None and known.slot not in SHOPS


def bought_of(lines: Sequence[Line], names: Catalogue) -> tuple[Bought, ...]:
    """Give one player's items in the order they were bought."""
    items = [line for line in lines if not is_ability(line, names)]
    classes = {item.class_name: item for item in names.items.values() if item.class_name}
    found = [_bought(number, line, names, classes) for number, line in enumerate(items, start=1)]
    return tuple(replace(one, paid=_paid(one, found)) for one in found)


def learnt_of(lines: Sequence[Line], names: Catalogue) -> tuple[Learnt, ...]:
    """Give one player's skill order."""
    found: list[Learnt] = []
    ranks: dict[int, int] = {}
    spent = 0
    for line in (line for line in lines if is_ability(line, names)):
        rank = ranks[line.item_id] = ranks.get(line.item_id, 0) + 1
        spent += POINTS.get(rank, 0)
        name = names.item(line.item_id).name
        found.append(Learnt(len(found) + 1, line.item_id, name, rank, spent, line.at_s))
    return tuple(found)


def spent_by(bought: Sequence[Bought], second: int) -> dict[str, int]:
    """Add up what was paid by a second, by hall of the shop; sales are not taken off."""
    totals = dict.fromkeys(SHOPS.values(), 0)
    for one in bought:
        if one.at_s <= second and one.paid:
            totals[one.shop] = totals.get(one.shop, 0) + one.paid
    return totals


def made_from(target: Item, part: Item, classes: Mapping[str, Item]) -> int | None:
    """Say how many steps down a part lies in what an item is made from; None when it is not."""
    wanted, frontier = part.class_name, [target]
    for depth in range(1, DEEPEST + 1):
        names_below = [name for item in frontier for name in item.parts]
        if wanted and wanted in names_below:
            return depth
        frontier = [classes[name] for name in names_below if name in classes]
    return None


def _bought(number: int, line: Line, names: Catalogue, classes: Mapping[str, Item]) -> Bought:
    item = names.item(line.item_id)
    into = _into(line, item, names, classes)
    return Bought(
        number=number,
        item_id=line.item_id,
        name=item.name,
        shop=SHOPS.get(item.slot or "", OTHER_SHOP),
        tier=item.tier,
        cost=item.cost,
        paid=item.cost,
        at_s=line.at_s,
        until_s=line.sold_at_s,
        end="" if line.sold_at_s is None else "used up" if line.used_up else "sold",
        into_id=into.item_id if into else None,
        into=into.name if into else None,
        imbued_id=line.imbued_ability_id,
        imbues=names.item(line.imbued_ability_id).name if line.imbued_ability_id else None,
        flags=line.flags,
    )


def _into(line: Line, part: Item, names: Catalogue, classes: Mapping[str, Item]) -> Item | None:
    """Find what a part became: of the items bought at that second, the one nearest above it."""
    targets = [names.item(item_id) for item_id in sorted(line.into_ids)]
    depths = [(depth, item) for item in targets if (depth := made_from(item, part, classes))]
    return min(depths, key=lambda one: one[0])[1] if depths else None


def _paid(one: Bought, bought: Sequence[Bought]) -> int | None:
    if one.cost is None:
        return None
    parts = (
        part.cost or 0
        for part in bought
        if part.into_id == one.item_id and part.until_s == one.at_s
    )
    return max(0, one.cost - sum(parts))
