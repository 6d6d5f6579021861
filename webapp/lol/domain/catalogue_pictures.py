"""Which pictures the names have, by their paths at Data Dragon, those shown most often first.

A path is the upstream's own word: one that is no plain path of a picture is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

import msgspec

PLAIN: Final = re.compile(r"(?:[A-Za-z0-9_-]{1,60}/){1,6}[A-Za-z0-9_.-]{1,80}\.(?:png|jpg|webp)")
RUNES: Final = "perk-images/"
RIFT: Final = "11"
VERSION: Final = re.compile(r"[0-9]+(?:\.[0-9]+)+")


def picture_paths(bodies: Mapping[str, bytes]) -> list[str]:
    """Name the pictures of champions, spells, runes and items, the Rift's items before others."""
    items = sorted(_data(bodies.get("items")), key=_off_the_rift)
    found = (
        *(f"champion/{name}" for name in _names(_data(bodies.get("champions")))),
        *(f"spell/{name}" for name in _names(_data(bodies.get("spells")))),
        *_runes(bodies.get("runes")),
        *(f"item/{name}" for name in _names(items)),
    )
    return [path for path in dict.fromkeys(found) if PLAIN.fullmatch(path)]


def champion_path(game: str, engine_name: str) -> str | None:
    """Give where Data Dragon has a champion's picture; None for names of no game version."""
    named = f"champion/{engine_name}.png"
    if not VERSION.fullmatch(game) or not PLAIN.fullmatch(named):
        return None
    return f"/cdn/{game}/img/{named}"


def _data(body: bytes | None) -> list[dict[str, Any]]:
    told = _decoded(body)
    data = told.get("data") if isinstance(told, dict) else None
    return [one for one in data.values() if isinstance(one, dict)] if isinstance(data, dict) else []


def _names(entries: list[dict[str, Any]]) -> Iterator[str]:
    for one in entries:
        image = one.get("image")
        if isinstance(image, dict) and isinstance(image.get("full"), str):
            yield image["full"]


def _runes(body: bytes | None) -> Iterator[str]:
    """Give every icon of the trees: their own, and those of the runes in their rows."""
    waiting: list[Any] = [_decoded(body)]
    while waiting:
        told = waiting.pop(0)
        if isinstance(told, list):
            waiting.extend(told)
        elif isinstance(told, dict):
            icon = told.get("icon")
            if isinstance(icon, str) and icon.startswith(RUNES):
                yield icon
            waiting.extend(told.get(word) for word in ("slots", "runes"))


def _off_the_rift(item: dict[str, Any]) -> bool:
    maps = item.get("maps")
    return not (isinstance(maps, dict) and maps.get(RIFT))


def _decoded(body: bytes | None) -> Any:
    try:
        return msgspec.json.decode(body or b"null")
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return None
