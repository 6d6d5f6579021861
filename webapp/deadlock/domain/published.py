"""A build as its author published it, and how close a player kept to it.

Pure: the archive's JSON in, records out. Authors write names as they like; they are shortened and
never trusted.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated, Final

import msgspec

from webapp.deadlock.domain.shop import Bought, Learnt

LONGEST_NAME: Final = 80
_MOST: Final = 400
Text = Annotated[str, msgspec.Meta(max_length=4000)]
Number = Annotated[int, msgspec.Meta(ge=0, lt=2**53)]


@dataclass(frozen=True, slots=True)
class Category:
    """One list of the build, in its author's words; optional ones are for when they are needed."""

    name: str
    optional: bool
    item_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Published:
    """One version of a build: its lists of items, and abilities in the order to take them."""

    build_id: int
    version: int
    hero_id: int
    name: str
    updated_at_s: int | None
    categories: tuple[Category, ...]
    skills: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """One item of the build and when it was bought; None when it never was."""

    item_id: int
    bought: Bought | None


@dataclass(frozen=True, slots=True)
class AdviceGroup:
    """One list of the build as it was followed."""

    name: str
    optional: bool
    items: tuple[Advice, ...]


@dataclass(frozen=True, slots=True)
class Followed:
    """How a player kept to a build.

    `core` counts the build's items outside optional lists, `taken` those of them bought,
    `in_order` the longest run of those whose times rise as the build lists them. `off` are items
    bought that the build does not name. `skills` pairs each step of the build's order with what
    was taken; `skills_agreed` counts the steps alike.
    """

    groups: tuple[AdviceGroup, ...]
    core: int
    taken: int
    in_order: int
    off: tuple[Bought, ...]
    skills: tuple[tuple[int, int | None], ...]
    skills_agreed: int


class _Mod(msgspec.Struct):
    ability_id: Number


class _Category(msgspec.Struct):
    name: Text = ""
    mods: Annotated[list[_Mod], msgspec.Meta(max_length=_MOST)] | None = None
    optional: bool | None = None


class _Change(msgspec.Struct):
    ability_id: Number
    delta: int = 0


class _Order(msgspec.Struct):
    currency_changes: Annotated[list[_Change], msgspec.Meta(max_length=_MOST)] | None = None


class _Details(msgspec.Struct):
    mod_categories: Annotated[list[_Category], msgspec.Meta(max_length=_MOST)]
    ability_order: _Order | None = None


class _Hero(msgspec.Struct):
    hero_build_id: Number
    hero_id: Number
    version: Number
    details: _Details
    name: Text = ""
    last_updated_timestamp: int | None = None


class _Build(msgspec.Struct):
    hero_build: _Hero


def parse_published(body: bytes) -> Published | None:
    """Read one build of the archive's list; None when it cannot be read."""
    try:
        found = msgspec.json.decode(body, type=_Build).hero_build
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    order = found.details.ability_order
    return Published(
        build_id=found.hero_build_id,
        version=found.version,
        hero_id=found.hero_id,
        name=_plain(found.name) or f"Build {found.hero_build_id}",
        updated_at_s=found.last_updated_timestamp,
        categories=tuple(_category(one) for one in found.details.mod_categories if one.mods),
        skills=tuple(one.ability_id for one in (order.currency_changes if order else None) or ()),
    )


def follow(build: Published, bought: Sequence[Bought], learnt: Sequence[Learnt]) -> Followed:
    """Compare what a player did, all of it or a stretch, with what the build says."""
    first: dict[int, Bought] = {}
    for one in bought:
        first.setdefault(one.item_id, one)
    groups = tuple(
        AdviceGroup(
            one.name, one.optional, tuple(Advice(item, first.get(item)) for item in one.item_ids)
        )
        for one in build.categories
    )
    core = list(
        {item.item_id: item for one in groups if not one.optional for item in one.items}.values()
    )
    taken = [item.bought for item in core if item.bought]
    named = {item for one in build.categories for item in one.item_ids}
    steps = {one.number: one.ability_id for one in learnt}
    skills = tuple(
        (ability, steps.get(number)) for number, ability in enumerate(build.skills, start=1)
    )
    return Followed(
        groups=groups,
        core=len(core),
        taken=len(taken),
        in_order=longest_rise([one.number for one in taken]),
        off=tuple(one for one in bought if one.item_id not in named),
        skills=skills,
        skills_agreed=sum(said == did for said, did in skills),
    )


def longest_rise(numbers: Iterable[int]) -> int:
    """Give the length of the longest rising run, gaps allowed (Schensted 1961, by patience)."""
    tails: list[int] = []
    for number in numbers:
        spot = bisect_left(tails, number)
        tails[spot : spot + 1] = [number]
    return len(tails)


def _category(one: _Category) -> Category:
    ids = tuple(dict.fromkeys(mod.ability_id for mod in one.mods or ()))
    return Category(_plain(one.name) or "Items", bool(one.optional), ids)


def _plain(text: str) -> str:
    """Keep what can be printed on one line, and not too much of it."""
    clean = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return clean if len(clean) <= LONGEST_NAME else clean[: LONGEST_NAME - 1] + "…"
