"""The map of all pages as sitemaps.org asks for it: an index, and parts of as many as it allows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from math import ceil
from typing import Final
from xml.sax.saxutils import escape

from webapp.home.rooms import Listed, Room, built_rooms

MOST: Final = 50_000
HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
SCHEMA: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
HOUSE: Final = ("", "/method")
"""What every room has below its own address."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the map: pages of one kind of one room; `version` changes with them."""

    room: str
    listed: Listed
    number: int
    changed_at: datetime | None
    version: str

    @property
    def path(self) -> str:
        """Give its address."""
        return f"/sitemaps/{self.room}/{self.listed.name}/{self.number}.xml"


def parts() -> list[Part]:
    """Give every part there is; a query for each kind of pages."""
    return [part for room in built_rooms() for one in room.addresses for part in _of(room, one)]


def part_of(slug: str, name: str, number: int) -> Part | None:
    """Find a part by its address."""
    room = next((one for one in built_rooms() if one.slug == slug), None)
    listed = next((one for one in room.addresses if one.name == name), None) if room else None
    found = _of(room, listed) if room and listed else []
    return found[number - 1] if 0 < number <= len(found) else None


def index_lines(public_url: str, found: list[Part]) -> Iterator[str]:
    """Write the index of all parts."""
    yield f'{HEAD}<sitemapindex xmlns="{SCHEMA}">\n'
    yield _line("sitemap", f"{public_url}/sitemaps/house.xml", None)
    for part in found:
        yield _line("sitemap", public_url + part.path, part.changed_at)
    yield "</sitemapindex>\n"


def part_lines(public_url: str, part: Part) -> Iterator[str]:
    """Write one part, as its rows come."""
    yield from _pages(public_url, part.listed.pages((part.number - 1) * MOST, MOST))


def house_lines(public_url: str) -> Iterator[str]:
    """Write the pages there are whatever is kept."""
    rooms = [room.url + path for room in built_rooms() for path in HOUSE]
    yield from _pages(public_url, ((path, None) for path in ("/", *rooms)))


def version_of(found: list[Part]) -> str:
    """Name the state of the whole map."""
    return hashlib.sha256("|".join(part.path + part.version for part in found).encode()).hexdigest()


def _of(room: Room, listed: Listed) -> list[Part]:
    count, newest = listed.size()
    version = hashlib.sha256(f"{room.slug}|{listed.name}|{count}|{newest}".encode()).hexdigest()
    return [
        Part(room.slug, listed, number, newest, version)
        for number in range(1, ceil(count / MOST) + 1)
    ]


def _pages(public_url: str, found: Iterator[tuple[str, datetime | None]]) -> Iterator[str]:
    yield f'{HEAD}<urlset xmlns="{SCHEMA}">\n'
    for path, changed_at in found:
        yield _line("url", public_url + path, changed_at)
    yield "</urlset>\n"


def _line(tag: str, url: str, changed_at: datetime | None) -> str:
    when = f"<lastmod>{changed_at:%Y-%m-%dT%H:%M:%SZ}</lastmod>" if changed_at else ""
    return f"<{tag}><loc>{escape(url)}</loc>{when}</{tag}>\n"
