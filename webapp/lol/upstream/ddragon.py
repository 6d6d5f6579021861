"""Asking Data Dragon: which version is newest, and its lists in one language. It needs no key."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from webapp.core.http import HttpClient, Route, Upstream, open_client
from webapp.core.rate_limit import Window
from webapp.core.settings import current_settings

LABEL: Final = "Data Dragon"
MIB: Final = 1024 * 1024
WINDOWS: Final = (Window(10, 1.0),)
VERSION: Final = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,5}){1,3}")
UNVERSIONED: Final = "perk-images/"
LISTS: Final = {
    "champions": "champion",
    "items": "item",
    "spells": "summoner",
    "runes": "runesReforged",
}
_VERSIONS: Final = Route("/api/versions.json", "versions", WINDOWS, learns=False, aside="versions")
_LIST: Final = Route(
    "/cdn/{version}/data/{language}/{name}.json",
    "lists",
    WINDOWS,
    max_bytes=8 * MIB,
    learns=False,
    aside="lists",
)
PICTURE: Final = Route(
    "/cdn/{version}/img/{path}",
    "pictures",
    WINDOWS,
    kind="image",
    max_bytes=MIB,
    max_inflated_bytes=MIB,
    learns=False,
)


class DataDragon:
    """Data Dragon, or the stand-in for it."""

    def __init__(self, client: HttpClient) -> None:
        self._client = client

    def fetch_newest_version(self) -> str:
        """Bring the number of the newest version."""
        reply = self._client.get(_VERSIONS.template, route=_VERSIONS)
        try:
            found = msgspec.json.decode(reply.body, type=list[str])
        except (msgspec.DecodeError, UnicodeError):
            found = []
        if not found or not VERSION.fullmatch(found[0]):
            raise reply.drifted(f"{LABEL} sent its versions in a new form.")
        return found[0]

    def fetch_list(self, version: str, language: str, name: str) -> bytes:
        """Bring one of the lists (champions, items, spells, runes), as it came."""
        if not VERSION.fullmatch(version) or name not in LISTS:
            raise ValueError("no such list")
        path = f"/cdn/{version}/data/{language}/{LISTS[name]}.json"
        reply = self._client.get(path, route=_LIST, cached=False)
        try:
            return bytes(msgspec.json.decode(reply.body, type=msgspec.Raw))
        except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
            raise reply.drifted(f"{LABEL} sent a list that cannot be read.") from None

    def fetch_picture(self, version: str, path: str) -> bytes:
        """Bring one picture by its path, such as `champion/Ahri.png`; runes have no version."""
        if not VERSION.fullmatch(version):
            raise ValueError("no such version")
        below = "" if path.startswith(UNVERSIONED) else f"{version}/"
        return self._client.get(f"/cdn/{below}img/{path}", route=PICTURE, cached=False).body


def open_data_dragon() -> DataDragon:
    """Open the Data Dragon the settings name; needs the app's context."""
    base_url = current_settings().ddragon_url
    return DataDragon(open_client(Upstream(name="ddragon", label=LABEL, base_url=base_url)))
