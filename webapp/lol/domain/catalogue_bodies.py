"""What is read of the Data Dragon bodies, naming only the fields we use."""

from __future__ import annotations

import msgspec


class Picture(msgspec.Struct):
    """The file name of a picture."""

    full: str | None = None


class ChampionBody(msgspec.Struct):
    """One champion; `key` is the number matches use, `id` the engine's name."""

    id: str
    key: str
    name: str
    title: str = ""
    tags: list[str] | None = None
    image: Picture | None = None


class ItemGold(msgspec.Struct):
    """What an item costs."""

    base: int = 0
    total: int = 0
    sell: int = 0
    purchasable: bool = False


class ItemBody(msgspec.Struct, rename={"built_from": "from"}):
    """One item; `maps` says by map number where it can be had."""

    name: str
    gold: ItemGold = msgspec.field(default_factory=ItemGold)
    built_from: list[str] | None = None
    into: list[str] | None = None
    tags: list[str] | None = None
    maps: dict[str, bool] | None = None
    plaintext: str | None = None
    image: Picture | None = None


class SpellBody(msgspec.Struct):
    """One summoner spell; `key` is the number matches use."""

    id: str
    key: str
    name: str
    image: Picture | None = None


class RuneBody(msgspec.Struct):
    """One rune."""

    id: int
    name: str
    icon: str | None = None


class RuneSlot(msgspec.Struct):
    """One row of a tree; the first holds the keystones."""

    runes: list[RuneBody] | None = None


class StyleBody(msgspec.Struct):
    """One tree."""

    id: int
    name: str
    icon: str | None = None
    slots: list[RuneSlot] | None = None
