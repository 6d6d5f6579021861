"""Purchases and skills of everybody as flat rows with their names, for CSV."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from webapp.deadlock.domain.shop import Bought
from webapp.deadlock.pages.builds.extras import buffs_by
from webapp.deadlock.pages.builds.rows import bought_by, learnt_by
from webapp.deadlock.pages.builds.shelves import Shelf, shelves_of
from webapp.deadlock.pages.sources import Sources
from webapp.matchroom.moment import Moment


@dataclass(frozen=True, slots=True)
class PurchaseLine:
    """One item bought."""

    slot: int
    hero_id: int
    number: int
    at_s: int
    item_id: int
    item: str
    shop: str
    tier: int | None
    price: int | None
    paid: int | None
    until_s: int | None
    end: str
    into_id: int | None
    into: str | None
    imbued_ability_id: int | None
    imbues: str | None
    flags: int


@dataclass(frozen=True, slots=True)
class SkillLine:
    """One step of a skill order."""

    slot: int
    hero_id: int
    number: int
    at_s: int
    ability_id: int
    ability: str
    rank: int
    points_spent: int


@dataclass(frozen=True, slots=True)
class BuffPickups:
    """One kind of buff one player had; times and amounts of pickups with spaces between."""

    slot: int
    hero_id: int
    kind: str
    count: int
    permanent: bool
    picked_at_s: str
    gave: str


def buff_lines(loaded: Sources, moment: Moment, query: Mapping[str, str]) -> list[BuffPickups]:
    """Give buffs by engine name: everybody's, or the chosen player's."""
    return [
        BuffPickups(
            slot=one.slot,
            hero_id=one.hero_id,
            kind=one.kind,
            count=one.count,
            permanent=one.permanent,
            picked_at_s=" ".join(map(str, one.picked_at_s)),
            gave=" ".join(f"{value:g}" for value in one.gave),
        )
        for shelf in chosen_shelves(loaded, query)
        for one in buffs_by(_buffs(loaded, shelf.slot), moment)
    ]


def purchase_lines(loaded: Sources, moment: Moment, query: Mapping[str, str]) -> list[PurchaseLine]:
    """Give every item bought by then, or in the span: everybody's, or the chosen player's."""
    return [
        _line(shelf, one)
        for shelf in chosen_shelves(loaded, query)
        for one in bought_by(shelf, moment)
    ]


def owned_lines(loaded: Sources, moment: Moment) -> list[PurchaseLine]:
    """Give every item everybody owned at the moment; with a span, what was bought in it."""
    duration_s = loaded.row.duration_s
    at_s = duration_s if moment.at is None else moment.at
    return [
        _line(shelf, one)
        for shelf in shelves_of(loaded).values()
        for one in shelf.bought
        if (moment.span[0] <= one.at_s <= moment.span[1] if moment.span else one.owned_at(at_s))
    ]


def skill_lines(loaded: Sources, moment: Moment, query: Mapping[str, str]) -> list[SkillLine]:
    """Give every step of a skill order: everybody's, or the chosen player's."""
    return [
        SkillLine(
            slot=shelf.slot,
            hero_id=shelf.hero_id,
            number=one.number,
            at_s=one.at_s,
            ability_id=one.ability_id,
            ability=one.name,
            rank=one.rank,
            points_spent=one.points,
        )
        for shelf in chosen_shelves(loaded, query)
        for one in learnt_by(shelf, moment)
    ]


def chosen_shelves(loaded: Sources, query: Mapping[str, str]) -> list[Shelf]:
    """Give the chosen player's shelf, or everybody's."""
    shelves = shelves_of(loaded)
    asked = query.get("player", "")
    return [one for one in shelves.values() if str(one.slot) == asked] or list(shelves.values())


def _buffs(loaded: Sources, slot: int) -> list[Any]:
    return [one for one in loaded.slices["builds"].buffs if one.slot == slot]


def _line(shelf: Shelf, one: Bought) -> PurchaseLine:
    return PurchaseLine(
        slot=shelf.slot,
        hero_id=shelf.hero_id,
        number=one.number,
        at_s=one.at_s,
        item_id=one.item_id,
        item=one.name,
        shop=one.shop,
        tier=one.tier,
        price=one.cost,
        paid=one.paid,
        until_s=one.until_s,
        end=one.end,
        into_id=one.into_id,
        into=one.into,
        imbued_ability_id=one.imbued_id,
        imbues=one.imbues,
        flags=one.flags,
    )
