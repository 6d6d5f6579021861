"""Champions, items, spells and runes by the numbers matches use.

An id that is not known stays in words ("Item 7123"), so a page of a newer patch never breaks.
Champions are joined by their number, never by name: matches write "FiddleSticks", Data Dragon
"Fiddlesticks".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from webapp.matchplay.letters import letters_of

_LEGENDARY_GOLD: Final = 2000
_FIRST_MODE_ITEM: Final = 10_000
"""Ids from here on are copies of items for other modes."""
_SWARM_PREFIX: Final = "Strawberry_"

SHARDS: Final = {
    5001: "Health growth",
    5005: "Attack speed",
    5007: "Ability haste",
    5008: "Adaptive force",
    5010: "Move speed",
    5011: "Health",
    5013: "Tenacity and slow resistance",
}
"""The small runes; Data Dragon has no body for them."""


@dataclass(frozen=True, slots=True)
class Champion:
    """A champion; `portrait` is the address of our copy of the picture, if there is one."""

    champion_id: int
    name: str
    letters: str
    engine_name: str = ""
    title: str = ""
    tags: tuple[str, ...] = ()
    portrait: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """An item of the shop. `built_from` and `builds_into` are item ids."""

    item_id: int
    name: str
    gold: int | None = None
    sells_for: int | None = None
    purchasable: bool = False
    on_rift: bool = False
    tags: tuple[str, ...] = ()
    built_from: tuple[int, ...] = ()
    builds_into: tuple[int, ...] = ()
    plaintext: str = ""
    icon: str | None = None

    @property
    def legendary(self) -> bool:
        """Say whether it is a finished item of Summoner's Rift, boots aside."""
        return (
            self.on_rift
            and self.purchasable
            and (self.gold or 0) >= _LEGENDARY_GOLD
            and not self.builds_into
            and "Boots" not in self.tags
            and self.item_id < _FIRST_MODE_ITEM
        )


@dataclass(frozen=True, slots=True)
class Spell:
    """A summoner spell."""

    spell_id: int
    name: str
    icon: str | None = None


@dataclass(frozen=True, slots=True)
class RuneName:
    """A rune or a tree. `style` is the tree it belongs to; `keystone` its first row."""

    rune_id: int
    name: str
    style: str | None = None
    keystone: bool = False
    icon: str | None = None


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One version of all names in one language; part of every page's content version.

    `game` is the version of the game they are of: pictures come later, under a new `version`.
    """

    version: str
    game: str = ""
    language: str = "en_US"
    champions: dict[int, Champion] = field(default_factory=dict)
    items: dict[int, Item] = field(default_factory=dict)
    spells: dict[int, Spell] = field(default_factory=dict)
    runes: dict[int, RuneName] = field(default_factory=dict)
    fetched_at: datetime | None = None

    def champion(self, champion_id: int, engine_name: str | None = None) -> Champion:
        """Give a champion; an unknown one is named as the match wrote it, else by number."""
        found = self.champions.get(champion_id)
        if found is not None:
            return found
        written = (engine_name or "").removeprefix(_SWARM_PREFIX)
        known = self.named(written)
        name = known.name if known else written or f"Champion {champion_id}"
        letters = letters_of(name) if written else f"{champion_id % 100:02d}"
        return Champion(champion_id, name, letters, engine_name=written)

    def named(self, engine_name: str) -> Champion | None:
        """Find a champion by the engine's name, whatever its capitals."""
        wanted = engine_name.casefold()
        champions = self.champions.values()
        return next((one for one in champions if one.engine_name.casefold() == wanted), None)

    def called(self, name: str) -> Champion | None:
        """Find a champion by the name players use or the engine's, whatever its capitals."""
        wanted = " ".join(name.split()).casefold()
        champions = self.champions.values()
        found = (one for one in champions if one.name.casefold() == wanted)
        return next(found, None) or self.named(wanted)

    def item(self, item_id: int) -> Item:
        """Give an item; one that is not known is named by its number."""
        return self.items.get(item_id) or Item(item_id, f"Item {item_id}")

    def spell(self, spell_id: int) -> Spell:
        """Give a summoner spell; one that is not known is named by its number."""
        return self.spells.get(spell_id) or Spell(spell_id, f"Spell {spell_id}")

    def rune(self, rune_id: int) -> RuneName:
        """Give a rune, tree or shard; one that is not known is named by its number."""
        if rune_id in SHARDS:
            return RuneName(rune_id, SHARDS[rune_id])
        return self.runes.get(rune_id) or RuneName(rune_id, f"Rune {rune_id}")
