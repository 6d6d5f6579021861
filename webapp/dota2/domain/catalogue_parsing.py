"""Bodies of names to a catalogue: an entry that cannot be read is left out, never the whole set."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final, TypeVar

import msgspec

from webapp.dota2.domain.catalogue import Ability, Catalogue, Hero, Item, Patch, words_of
from webapp.dota2.domain.catalogue_bodies import (
    AbilityBody,
    HeroAbilitiesBody,
    HeroBody,
    ItemBody,
    NamedBody,
    PatchBody,
)
from webapp.matchplay.letters import letters_of

Entry = TypeVar("Entry")

PICTURE: Final = re.compile(
    r"/apps/dota2/images/(?:[A-Za-z0-9_-]{1,60}/){1,6}[\w-]{1,80}\.png(?:\?[\w=]{0,40})?"
)
_BLANK: Final = re.compile(r"\{[^}]*\}")
_MARK: Final = re.compile(r"<[^>]*>")
_SHORT: Final = {
    "us": "US",
    "pw": "PW",
    "1v1": "1v1",
    "mm": "matchmaking",
    "southafrica": "South Africa",
}


def parse_catalogue(
    version: str, bodies: Mapping[str, bytes], art: Mapping[str, str], fetched_at: datetime | None
) -> Catalogue:
    """Read the bodies (catalogue_bodies.RESOURCES) into one set of names.

    `art` maps an upstream picture's path to the key of our copy.
    """
    owned = _each(bodies.get("hero_abilities"), HeroAbilitiesBody)
    given = _each(bodies.get("heroes"), HeroBody).values()
    heroes = {one.id: _hero(one, owned.get(one.name), art) for one in given}
    return Catalogue(
        **_items(bodies, art),
        **_numbered(bodies),
        version=version,
        heroes=heroes,
        abilities=_abilities(bodies.get("abilities"), heroes, owned),
        modes=_words(bodies.get("game_mode"), "game_mode_"),
        lobbies=_words(bodies.get("lobby_type"), "lobby_type_"),
        patches=_patches(bodies.get("patch")),
        units={one.unit: one.hero_id for one in heroes.values() if one.unit},
        fetched_at=fetched_at,
    )


def _items(bodies: Mapping[str, bytes], art: Mapping[str, str]) -> dict[str, Any]:
    """Give items by engine name and by id; some ids stand in a list of their own."""
    given = _each(bodies.get("items"), ItemBody)
    items = {key: _item(key, one, art) for key, one in given.items()}
    ids = _numbers(_each(bodies.get("item_ids"), str))
    by_id = {one.item_id: one for one in items.values()}
    by_id |= {number: items[key] for number, key in ids.items() if key in items}
    return {"items": by_id, "item_keys": items}


def _numbered(bodies: Mapping[str, bytes]) -> dict[str, Any]:
    """Give what is a list of words by number."""
    regions = _numbers(_each(bodies.get("region"), str))
    return {
        "ability_keys": _numbers(_each(bodies.get("ability_ids"), str)),
        "regions": {number: _title(name) for number, name in regions.items()},
        "clusters": _numbers(_each(bodies.get("cluster"), int)),
        "buffs": _numbers(_each(bodies.get("permanent_buffs"), str)),
    }


def picture_urls(bodies: Mapping[str, bytes]) -> list[str]:
    """Name the pictures of heroes and then of items, those with a price first, by their paths.

    Recipes are never shown. A path is the upstream's own word: one that is no plain path of a
    picture is left out.
    """
    heroes = _each(bodies.get("heroes"), HeroBody).values()
    items = _each(bodies.get("items"), ItemBody)
    shown = [one for key, one in items.items() if not key.startswith("recipe_")]
    shown.sort(key=lambda one: not one.cost)
    found = (*(one.icon for one in heroes), *(one.img for one in shown))
    return [path for path in dict.fromkeys(found) if path and PICTURE.fullmatch(path)]


def _hero(body: HeroBody, owned: HeroAbilitiesBody | None, art: Mapping[str, str]) -> Hero:
    facets = (owned.facets if owned else None) or []
    listed = (owned.abilities if owned else None) or []
    return Hero(
        hero_id=body.id,
        name=body.localized_name,
        letters=letters_of(body.localized_name),
        unit=body.name,
        attribute=body.primary_attr,
        portrait=_picture(body.icon, art),
        facets=tuple(one.title or words_of(one.name or "Facet") for one in facets),
        abilities=tuple(one for one in listed if isinstance(one, str)),
    )


def _picture(path: str | None, art: Mapping[str, str]) -> str | None:
    key = art.get(path or "")
    return f"/dota2/art/{key.rsplit('/', 1)[-1]}" if key else None


def _item(key: str, body: ItemBody, art: Mapping[str, str]) -> Item:
    return Item(
        item_id=body.id,
        key=key,
        name=_clean(body.dname) or words_of(key),
        cost=body.cost if isinstance(body.cost, int) and body.cost > 0 else None,
        tier=body.tier,
        parts=tuple(body.components or ()),
        icon=_picture(body.img, art),
    )


def _abilities(
    body: bytes | None, heroes: Mapping[int, Hero], owned: Mapping[str, HeroAbilitiesBody]
) -> dict[str, Ability]:
    units = {one.unit: one.hero_id for one in heroes.values()}
    rungs = {one.name: one.level for have in owned.values() for one in have.talents or ()}
    owners = {
        key: units.get(unit)
        for unit, have in owned.items()
        for key in (one for one in have.abilities or () if isinstance(one, str))
    }
    return {
        key: Ability(key, _clean(one.dname) or words_of(key), rungs.get(key), owners.get(key))
        for key, one in _each(body, AbilityBody).items()
    }


def _patches(body: bytes | None) -> tuple[Patch, ...]:
    made = [
        Patch(one.id, one.name, since)
        for one in _each(body, PatchBody).values()
        if (since := _moment(one.date)) is not None
    ]
    return tuple(sorted(made, key=lambda one: one.since))


def _moment(written: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _words(body: bytes | None, prefix: str) -> dict[int, str]:
    named = _numbers(_each(body, NamedBody))
    return {number: _title(one.name.removeprefix(prefix)) for number, one in named.items()}


def _title(name: str) -> str:
    words = name.lower().replace("_", " ").split()
    return " ".join(_SHORT.get(word, word.capitalize()) for word in words)


def _clean(name: str | None) -> str:
    """Take out the marks and blanks the game would fill in."""
    return " ".join(_BLANK.sub("", _MARK.sub("", name or "")).split())


def _numbers(given: Mapping[str, Entry]) -> dict[int, Entry]:
    return {int(key): one for key, one in given.items() if key.isdecimal()}


def _each(body: bytes | None, kind: type[Any]) -> dict[str, Any]:
    """Read a mapping or list of entries; what does not fit is left out."""
    try:
        given = msgspec.json.decode(body or b"{}")
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
        return {}
    if isinstance(given, list):
        given = {str(place): one for place, one in enumerate(given)}
    if not isinstance(given, dict):
        return {}
    return {key: made for key, one in given.items() if (made := _one(one, kind)) is not None}


def _one(given: object, kind: type[Any]) -> Any:
    try:
        return msgspec.convert(given, kind)
    except (msgspec.ValidationError, RecursionError):
        return None
