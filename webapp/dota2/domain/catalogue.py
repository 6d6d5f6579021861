"""Heroes, items, abilities, modes, regions and patches by name; unknown ids are shown as ids.

Without a set of names everything still has one: the engine names this context knows, and numbers.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from webapp.dota2.domain.units import HERO, HERO_UNITS
from webapp.matchplay.letters import letters_of


@dataclass(frozen=True, slots=True)
class Hero:
    """A hero: the name players say, two letters for a badge, and our copy of the portrait."""

    hero_id: int
    name: str
    letters: str
    unit: str | None = None
    attribute: str | None = None
    portrait: str | None = None
    facets: tuple[str, ...] = ()
    abilities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """An item: `key` is its engine name, `tier` that of a neutral item, `icon` our picture."""

    item_id: int
    key: str
    name: str
    cost: int | None = None
    tier: int | None = None
    parts: tuple[str, ...] = ()
    icon: str | None = None


@dataclass(frozen=True, slots=True)
class Ability:
    """An ability or talent; `rung` is 1 to 4 for a talent, `hero_id` whose it is."""

    key: str
    name: str
    rung: int | None = None
    hero_id: int | None = None

    @property
    def is_talent(self) -> bool:
        """Say whether it is a talent."""
        return self.rung is not None or self.key.startswith("special_bonus")


@dataclass(frozen=True, slots=True)
class Patch:
    """A patch of the game, and when it came."""

    patch_id: int
    name: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One version of all names. `version` is part of every page's content version."""

    version: str
    heroes: dict[int, Hero] = field(default_factory=dict)
    items: dict[int, Item] = field(default_factory=dict)
    item_keys: dict[str, Item] = field(default_factory=dict)
    ability_keys: dict[int, str] = field(default_factory=dict)
    abilities: dict[str, Ability] = field(default_factory=dict)
    modes: dict[int, str] = field(default_factory=dict)
    lobbies: dict[int, str] = field(default_factory=dict)
    regions: dict[int, str] = field(default_factory=dict)
    clusters: dict[int, int] = field(default_factory=dict)
    patches: tuple[Patch, ...] = ()
    buffs: dict[int, str] = field(default_factory=dict)
    units: dict[str, int] = field(default_factory=dict)
    fetched_at: datetime | None = None

    def hero(self, hero_id: int) -> Hero:
        """Give a hero; one that is not known is named by engine name or id."""
        known = self.heroes.get(hero_id)
        if known:
            return known
        if not hero_id:
            return Hero(0, "No hero", "–")
        unit = HERO_UNITS.get(hero_id)
        if unit:
            name = words_of(unit.removeprefix(HERO))
            return Hero(hero_id, name, letters_of(name), unit)
        return Hero(hero_id, f"Hero {hero_id}", f"{hero_id % 100:02d}")

    def hero_of_unit(self, unit: str) -> Hero | None:
        """Give the hero of an engine name, None for a unit that is none."""
        if not unit.startswith(HERO):
            return None
        hero_id = self.units.get(unit) or _BY_UNIT.get(unit)
        name = words_of(unit.removeprefix(HERO))
        return self.hero(hero_id) if hero_id else Hero(-1, name, letters_of(name), unit)

    def item(self, item_id: int) -> Item:
        """Give an item by id; one that is not known is named by its id."""
        return self.items.get(item_id) or Item(item_id, "", f"Item {item_id}")

    def item_called(self, key: str) -> Item:
        """Give an item by engine name; one that is not known is named by it."""
        found = self.item_keys.get(key)
        if found:
            return found
        if key.startswith("recipe_"):
            made = self.item_called(key.removeprefix("recipe_"))
            return Item(0, key, f"{made.name} recipe")
        return Item(0, key, words_of(key))

    def ability(self, ability_id: int) -> Ability:
        """Give an ability by id; one that is not known is named by its id."""
        key = self.ability_keys.get(ability_id)
        return self.ability_called(key) if key else Ability("", f"Ability {ability_id}")

    def ability_called(self, key: str) -> Ability:
        """Give an ability by engine name; one that is not known is named by it."""
        return self.abilities.get(key) or Ability(key, words_of(key))

    def facet(self, hero_id: int, variant: int | None) -> str | None:
        """Name a facet, which the upstream counts from 1; None for none."""
        if not variant or variant < 1:
            return None
        facets = self.hero(hero_id).facets
        return facets[variant - 1] if variant <= len(facets) else f"Facet {variant}"

    def game_mode(self, number: int | None) -> str | None:
        """Name a game mode."""
        return None if number is None else self.modes.get(number) or f"Mode {number}"

    def lobby_type(self, number: int | None) -> str | None:
        """Name a kind of lobby."""
        return None if number is None else self.lobbies.get(number) or f"Lobby {number}"

    def region(self, number: int | None, cluster: int | None = None) -> str | None:
        """Name a region, by its number or by that of a server in it."""
        number = number or self.clusters.get(cluster or 0)
        return None if number is None else self.regions.get(number) or f"Region {number}"

    def buff(self, number: int) -> str:
        """Name a permanent buff."""
        key = self.buffs.get(number)
        if key is None:
            return f"Buff {number}"
        return self.item_keys[key].name if key in self.item_keys else self.ability_called(key).name

    def patch(self, number: int | None, at: datetime | None = None) -> str | None:
        """Name the patch of a match: by the upstream's number, else by its day."""
        named = {one.patch_id: one.name for one in self.patches}
        if number is not None:
            return named.get(number) or f"number {number}"
        before = [one.name for one in self.patches if at is not None and one.since <= at]
        return before[-1] if before else None


def words_of(key: str) -> str:
    """Make words of an engine name."""
    words = key.removeprefix("item_").removeprefix("special_bonus_").replace("_", " ").strip()
    return words[:1].upper() + words[1:] if words else key


_BY_UNIT = {unit: hero_id for hero_id, unit in HERO_UNITS.items()}
