"""Heroes, items, abilities and ranks as the assets bodies name them; unknown ids are shown as ids.

Pure: bytes in, records out. An entry that cannot be read is left out, never the whole set.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import msgspec

from webapp.deadlock.domain.accolades import Accolade, parse_accolades
from webapp.deadlock.domain.catalogue_bodies import HeroBody, ItemBody, RankBody

BADGE_STEPS = 10
RENAMED_AT = datetime(2026, 7, 31, tzinfo=UTC)
"""The game patch of this day renamed ranks 3 to 8; older matches keep their names."""
RANKS_BEFORE = {
    0: "Obscurus",
    1: "Initiate",
    2: "Seeker",
    3: "Alchemist",
    4: "Arcanist",
    5: "Ritualist",
    6: "Emissary",
    7: "Archon",
    8: "Oracle",
    9: "Phantom",
    10: "Ascendant",
    11: "Eternus",
}
ROMAN = ("", "I", "II", "III", "IV", "V", "VI")


@dataclass(frozen=True, slots=True)
class Hero:
    """A hero: the name players say, two letters for a badge, and our copy of the portrait."""

    hero_id: int
    name: str
    letters: str
    portrait: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """An item of the shop or an ability: slot and tier are None for abilities.

    `parts` are the engine classes of the items it is made from.
    """

    item_id: int
    name: str
    slot: str | None = None
    tier: int | None = None
    cost: int | None = None
    class_name: str = ""
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Thing:
    """What an engine class is called; `kind` is gun, ability or item."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One version of all names. `version` is part of every page's content version."""

    version: str
    heroes: dict[int, Hero] = field(default_factory=dict)
    items: dict[int, Item] = field(default_factory=dict)
    ranks: dict[int, str] = field(default_factory=dict)
    things: dict[str, Thing] = field(default_factory=dict)
    accolades: dict[int, Accolade] = field(default_factory=dict)
    fetched_at: datetime | None = None

    def hero(self, hero_id: int) -> Hero:
        """Give a hero; one that is not known is named by its id."""
        return self.heroes.get(hero_id) or Hero(hero_id, f"Hero {hero_id}", f"{hero_id % 100:02d}")

    def item(self, item_id: int) -> Item:
        """Give an item or ability; one that is not known is named by its id."""
        return self.items.get(item_id) or Item(item_id, f"Item {item_id}")

    def accolade(self, accolade_id: int) -> Accolade:
        """Give an accolade; one that is not known is named by its number."""
        return self.accolades.get(accolade_id) or Accolade(f"Accolade {accolade_id}", "Not known")

    def rank(self, badge: int | None, at: datetime) -> str | None:
        """Name a badge (tier * 10 + step) as it was called at that time; None for none."""
        if not badge:
            return None
        tier, step = divmod(badge, BADGE_STEPS)
        names = RANKS_BEFORE if at < RENAMED_AT else self.ranks
        name = names.get(tier, f"Tier {tier}")
        return f"{name} {ROMAN[step]}".strip() if step < len(ROMAN) else f"{name} {step}"


def parse_catalogue(
    version: str, bodies: dict[str, bytes], art: dict[str, str], fetched_at: datetime | None
) -> Catalogue:
    """Read the assets bodies (heroes, items, abilities, ranks) into one set of names."""
    heroes = _each(bodies.get("heroes"), HeroBody)
    items = [*_each(bodies.get("abilities"), ItemBody), *_each(bodies.get("items"), ItemBody)]
    return Catalogue(
        version=version,
        heroes={h.id: Hero(h.id, h.name, letters_of(h.name), _portrait(h, art)) for h in heroes},
        items={
            i.id: Item(
                item_id=i.id,
                name=i.name,
                slot=i.slot or i.item_slot_type,
                tier=i.tier or i.item_tier,
                cost=i.cost,
                class_name=i.class_name,
                parts=tuple(i.component_items or i.components or ()),
            )
            for i in items
        },
        ranks={rank.tier: rank.name for rank in _each(bodies.get("ranks"), RankBody)},
        things={i.class_name: Thing(i.name, _kind(i)) for i in items if i.name != i.class_name},
        accolades=parse_accolades(bodies.get("accolades")),
        fetched_at=fetched_at,
    )


def _kind(item: ItemBody) -> str:
    """Say what an entry is; the upstream's two lists call the same thing by two words."""
    kind = item.kind or item.type
    return {"weapon": "gun", "ability": "ability"}.get(kind or "", "item")


def portrait_urls(body: bytes) -> list[str]:
    """Name the picture of every hero that a badge could show, as the upstream addresses it."""
    return [url for hero in _each(body, HeroBody) if (url := _picture(hero))]


def letters_of(name: str) -> str:
    """Give two letters for a badge: initials of two words, else the first two letters."""
    words: list[str] = re.findall(r"[^\W_]+", name.replace("The ", ""))
    if not words:
        return "??"
    return (words[0][0] + words[1][0]).upper() if len(words) > 1 else words[0][:2].title()


def _picture(hero: HeroBody) -> str | None:
    images = hero.images
    if images is None:
        return None
    return images.icon_image_small_webp or images.icon_image_small or images.icon_hero_card


def _portrait(hero: HeroBody, art: dict[str, str]) -> str | None:
    key = art.get(_picture(hero) or "")
    return f"/deadlock/art/{key.rsplit('/', 1)[-1]}" if key else None


def _each(body: bytes | None, kind: type[Any]) -> list[Any]:
    try:
        rows = msgspec.json.decode(body or b"[]", type=list[msgspec.Raw])
    except (msgspec.DecodeError, UnicodeError):
        return []
    return [row for raw in rows if (row := _one(raw, kind)) is not None]


def _one(raw: msgspec.Raw, kind: type[Any]) -> Any:
    try:
        return msgspec.json.decode(raw, type=kind)
    except (msgspec.ValidationError, UnicodeError):
        return None
