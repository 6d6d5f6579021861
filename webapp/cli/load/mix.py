"""What readers ask for, mixed: every tab of kept matches in every form, and what lies around them.

Addresses come from the games' own tabs and from links on their pages; no game is named here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from flask import Flask
from sqlalchemy import text

from webapp.cli.bench.games import Bench, benches
from webapp.cli.load.plan import Request
from webapp.core.db import db

HTMX: Final = {"HX-Request": "true", "HX-Request-Type": "partial"}
PACKED: Final = {"Accept-Encoding": "zstd, gzip"}
PLAYERS: Final = re.compile(r'href="(/\w+/(?:players|summoners)/[^"#?]+)"')
BARE: Final = "/healthz"
MOMENTS: Final = (61, 247, 433, 619, 805)
MATCHES: Final = 4
WEIGHTS: Final = {
    "part at a moment": 30,
    "page": 20,
    "unchanged": 15,
    "page at a moment": 8,
    "player": 6,
    "start page": 6,
    "JSON": 5,
    "room": 4,
    "slot of somebody signed in": 3,
    "account": 3,
}


@dataclass(frozen=True, slots=True)
class Reader:
    """What requests are made for: the address asked at, and the cookie of somebody signed in."""

    host: str
    cookie: str


def mixed(app: Flask, reader: Reader) -> list[Request]:
    """Make every request of the mix; those of one kind share its weight."""
    with app.app_context():
        asked = list(_asked(app, reader))
    counts = {kind: sum(one == kind for one, *_ in asked) for kind, *_ in asked}
    return [
        Request(kind, WEIGHTS[kind] / counts[kind], _written(reader, path, headers))
        for kind, path, headers in asked
    ]


def bare(host: str) -> list[Request]:
    """Make the request that costs least: what stands between asking and being answered at all."""
    reader = Reader(host, cookie="")
    return [Request("bare", 1.0, _written(reader, BARE, {}))]


def _asked(app: Flask, reader: Reader) -> Iterator[tuple[str, str, dict[str, str]]]:
    yield "start page", "/", {}
    for path in ("/account", "/account/sessions"):
        yield "account", path, {"Cookie": reader.cookie}
    yield "slot of somebody signed in", "/me/slot", HTMX | {"Cookie": reader.cookie}
    for bench in benches():
        yield "room", bench.front, {}
        for match_id in _matches(bench):
            paths = [path for _, path in bench.paths(match_id)]
            yield from (("player", path, {}) for path in _players(app, paths[0]))
            for path in paths:
                yield from _of_tab(app, path)


def _of_tab(app: Flask, path: str) -> Iterator[tuple[str, str, dict[str, str]]]:
    page = app.test_client().get(path, headers=PACKED)
    yield "page", path, {}
    yield "JSON", f"{path}.json", {}
    yield "unchanged", path, {"If-None-Match": page.headers.get("ETag", "")}
    for second in MOMENTS:
        yield "part at a moment", f"{path}?t={second}", HTMX
        yield "page at a moment", f"{path}?t={second}", {}


def _matches(bench: Bench) -> list[object]:
    query = f"select match_id from {bench.tables[0]} order by match_id limit :most"  # nosec B608  # noqa: S608
    return list(db.session.scalars(text(query), {"most": MATCHES}))


def _players(app: Flask, path: str) -> list[str]:
    return sorted(set(PLAYERS.findall(app.test_client().get(path).text)))


def _written(reader: Reader, path: str, headers: dict[str, str]) -> str:
    said = {"Host": reader.host, "Accept": "text/html", **PACKED, **headers}
    lines = [f"GET {path} HTTP/1.1", *(f"{name}: {value}" for name, value in said.items())]
    return "\r\n".join([*lines, "", ""])
