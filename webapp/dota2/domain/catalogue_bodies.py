"""What is read of the bodies of names (dotaconstants' shapes); the rest is passed over."""

from __future__ import annotations

import msgspec

RESOURCES = (
    "heroes",
    "items",
    "item_ids",
    "abilities",
    "ability_ids",
    "hero_abilities",
    "game_mode",
    "lobby_type",
    "region",
    "cluster",
    "patch",
    "permanent_buffs",
)
"""The bodies a catalogue is made of, by the upstream's names for them."""


class HeroBody(msgspec.Struct):
    """One hero."""

    id: int
    name: str
    localized_name: str
    primary_attr: str | None = None
    img: str | None = None
    icon: str | None = None


class ItemBody(msgspec.Struct):
    """One item."""

    id: int
    dname: str | None = None
    cost: int | bool | None = None
    tier: int | None = None
    components: list[str] | None = None
    img: str | None = None


class AbilityBody(msgspec.Struct):
    """One ability or talent."""

    dname: str | None = None


class FacetBody(msgspec.Struct):
    """One facet of a hero."""

    title: str | None = None
    name: str | None = None


class TalentBody(msgspec.Struct):
    """One talent of a hero; `level` 1 to 4 is its rung."""

    name: str
    level: int | None = None


class HeroAbilitiesBody(msgspec.Struct):
    """What a hero has."""

    abilities: list[str | list[str]] | None = None
    talents: list[TalentBody] | None = None
    facets: list[FacetBody] | None = None


class NamedBody(msgspec.Struct):
    """A mode or a kind of lobby."""

    name: str


class PatchBody(msgspec.Struct):
    """One patch."""

    id: int
    name: str
    date: str
