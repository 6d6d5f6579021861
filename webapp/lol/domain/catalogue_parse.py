"""Data Dragon bodies as one set of names. An entry that cannot be read is left out, not the set."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final, TypeVar

import msgspec

from webapp.lol.domain.catalogue import Catalogue, Champion, Item, RuneName, Spell
from webapp.lol.domain.catalogue_bodies import (
    ChampionBody,
    ItemBody,
    Picture,
    SpellBody,
    StyleBody,
)
from webapp.matchplay.letters import letters_of

_RIFT: Final = "11"
"""The map number of Summoner's Rift."""

_Body = TypeVar("_Body", bound=msgspec.Struct)


class _Dictionary(msgspec.Struct):
    data: dict[str, msgspec.Raw] | None = None


def parse_catalogue(
    version: str,
    bodies: Mapping[str, bytes],
    art: Mapping[str, str],
    fetched_at: datetime | None,
    language: str = "en_US",
) -> Catalogue:
    """Read the bodies "champions", "items", "spells" and "runes" into one set.

    Any body may be absent. `art` gives our address of a picture by its path at the upstream.
    """
    return Catalogue(
        version=version,
        game=version,
        language=language,
        champions=_champions(bodies.get("champions"), art),
        items=_items(bodies.get("items"), art),
        spells=_spells(bodies.get("spells"), art),
        runes=_runes(bodies.get("runes"), art),
        fetched_at=fetched_at,
    )


def _champions(body: bytes | None, art: Mapping[str, str]) -> dict[int, Champion]:
    found = _data(body, ChampionBody).values()
    return {
        int(one.key): Champion(
            champion_id=int(one.key),
            name=one.name,
            letters=letters_of(one.name),
            engine_name=one.id,
            title=one.title,
            tags=tuple(one.tags or ()),
            portrait=_icon("champion", one.image, art),
        )
        for one in found
        if _numeric(one.key)
    }


def _items(body: bytes | None, art: Mapping[str, str]) -> dict[int, Item]:
    return {
        int(key): _item(int(key), one, art)
        for key, one in _data(body, ItemBody).items()
        if _numeric(key)
    }


def _item(item_id: int, one: ItemBody, art: Mapping[str, str]) -> Item:
    return Item(
        item_id=item_id,
        name=one.name,
        gold=one.gold.total,
        sells_for=one.gold.sell,
        purchasable=one.gold.purchasable,
        on_rift=bool((one.maps or {}).get(_RIFT)),
        tags=tuple(one.tags or ()),
        built_from=_ids(one.built_from),
        builds_into=_ids(one.into),
        plaintext=one.plaintext or "",
        icon=_icon("item", one.image, art),
    )


def _spells(body: bytes | None, art: Mapping[str, str]) -> dict[int, Spell]:
    found = _data(body, SpellBody).values()
    return {
        int(one.key): Spell(int(one.key), one.name, _icon("spell", one.image, art))
        for one in found
        if _numeric(one.key)
    }


def _runes(body: bytes | None, art: Mapping[str, str]) -> dict[int, RuneName]:
    try:
        raws = msgspec.json.decode(body or b"[]", type=list[msgspec.Raw])
    except (msgspec.DecodeError, UnicodeError):
        return {}
    named: dict[int, RuneName] = {}
    for style in (one for raw in raws if (one := _one(raw, StyleBody)) is not None):
        named[style.id] = RuneName(style.id, style.name, icon=art.get(style.icon or ""))
        for row, slot in enumerate(style.slots or ()):
            for rune in slot.runes or ():
                icon = art.get(rune.icon or "")
                named[rune.id] = RuneName(rune.id, rune.name, style.name, row == 0, icon)
    return named


def _ids(found: list[str] | None) -> tuple[int, ...]:
    return tuple(int(one) for one in found or () if _numeric(one))


def _icon(folder: str, picture: Picture | None, art: Mapping[str, str]) -> str | None:
    return art.get(f"{folder}/{picture.full}") if picture else None


def _numeric(key: str) -> bool:
    return key.isascii() and key.isdigit() and len(key) < len("1234567890")


def _data(body: bytes | None, kind: type[_Body]) -> dict[str, _Body]:
    try:
        raws = msgspec.json.decode(body or b"{}", type=_Dictionary).data or {}
    except (msgspec.DecodeError, UnicodeError):
        return {}
    return {key: one for key, raw in raws.items() if (one := _one(raw, kind)) is not None}


def _one(raw: msgspec.Raw, kind: type[_Body]) -> _Body | None:
    try:
        return msgspec.json.decode(raw, type=kind)
    except (msgspec.DecodeError, UnicodeError):
        return None
