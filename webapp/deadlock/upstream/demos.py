"""Bringing a match's demo from the game's own file servers.

They speak plain http only, so of all addresses just theirs may be called so: this host, this
folder, the file of the very match that was asked for. What comes is a stranger's file
however it came: it is read shut in, and kept only where it agrees with the match.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from webapp.core.http import Fetched, FileClient, Route, Upstream, open_files
from webapp.core.settings import current_settings
from webapp.core.upstream_errors import NotFound, Walled

LABEL: Final = "The game’s file server"
FILE: Final = re.compile(r"/1422450/([0-9]{1,19})_[0-9]{1,10}\.dem\.bz2")
SERVER: Final = re.compile(r"https?://replay[0-9]{1,5}\.valve\.net")
LONGEST_S: Final = 900.0


class DemoServers:
    """The game's file servers, or the stand-in for them on this very machine."""

    def __init__(self, files: FileClient, *, most_bytes: int) -> None:
        self._files = files
        self._route = Route(
            "/1422450/{match_id}_{salt}.dem.bz2", "demos", kind="bytes", max_bytes=most_bytes
        )

    def fetch_demo(
        self, match_id: int, url: str, path: Path, *, seconds: float = LONGEST_S
    ) -> Fetched:
        """Bring a match's demo to a file, as packed as it comes."""
        self.check(match_id, url)
        try:
            return self._files.fetch(url, path, self._route, seconds=seconds)
        except NotFound:
            raise NotFound(
                "The game’s servers do not have this match’s demo. They keep demos for a few "
                "weeks only; a copy of your own can be brought here instead."
            ) from None

    def check(self, match_id: int, url: str) -> None:
        """Raise Walled unless the address is that of this match's demo on the game's servers."""
        start, found = self._split(url)
        ours = self._files.upstream
        stand_in = ours.is_loopback and start == ours.base_url.rstrip("/")
        if found is None or not (stand_in or SERVER.fullmatch(start)):
            raise Walled("The archive named an address for the demo that we do not call.")
        if int(found[1]) != match_id:
            raise Walled("The archive named the demo of another match.")

    def _split(self, url: str) -> tuple[str, re.Match[str] | None]:
        start, slash, rest = url.partition("/1422450/")
        return start, FILE.fullmatch(slash + rest)


def open_demo_servers() -> DemoServers:
    """Open the file servers that belong to the archive the settings name; needs the app's context.

    An archive on this very machine has its files there too.
    """
    settings = current_settings()
    upstream = Upstream(name="deadlock-files", label=LABEL, base_url=settings.deadlock_api_url)
    return DemoServers(open_files(upstream), most_bytes=settings.deadlock_demo_bytes)
