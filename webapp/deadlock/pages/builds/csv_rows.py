"""Purchases and skills of everybody as flat rows with their names, for CSV."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from webapp.deadlock.pages.builds.shelves import shelves_of
from webapp.deadlock.pages.sources import Sources


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


def buff_lines(story: Any) -> list[BuffPickups]:
    """Give everybody's buffs by engine name."""
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
        for one in story.buffs
    ]


def purchase_lines(loaded: Sources) -> list[PurchaseLine]:
    """Give every item everybody bought."""
    return [
        PurchaseLine(
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
        for shelf in shelves_of(loaded).values()
        for one in shelf.bought
    ]


def skill_lines(loaded: Sources) -> list[SkillLine]:
    """Give every step of everybody's skill order."""
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
        for shelf in shelves_of(loaded).values()
        for one in shelf.learnt
    ]
