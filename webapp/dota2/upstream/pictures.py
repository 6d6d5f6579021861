"""Asking Valve's host for the pictures OpenDota's lists name. It needs no key.

Where OpenDota is a stand-in on this very machine, so are the pictures.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from webapp.core.http import HttpClient, Route, Upstream, open_client
from webapp.core.rate_limit import Window
from webapp.core.settings import current_settings

NAME: Final = "valve"
LABEL: Final = "Valve’s pictures"
HOST: Final = "https://cdn.cloudflare.steamstatic.com"
MIB: Final = 1024 * 1024
PICTURE: Final = Route(
    "/apps/dota2/images/{path}",
    "pictures",
    (Window(10, 1.0),),
    kind="image",
    max_bytes=MIB,
    max_inflated_bytes=MIB,
    learns=False,
)


@dataclass(frozen=True, slots=True)
class Pictures:
    """Valve's host, or the stand-in for it."""

    client: HttpClient

    def fetch_picture(self, path: str) -> bytes:
        """Bring one picture by its path as the lists write it."""
        return self.client.get(path.partition("?")[0], route=PICTURE, cached=False).body


def open_pictures() -> Pictures:
    """Open the host; needs the app's context."""
    base_url = current_settings().opendota_url
    ours = Upstream(name=NAME, label=LABEL, base_url=base_url)
    return Pictures(
        open_client(ours if ours.is_loopback else Upstream(name=NAME, label=LABEL, base_url=HOST))
    )
