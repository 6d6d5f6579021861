"""Atom feeds (RFC 4287): what is new about one thing, in whole addresses, for feed readers.

An entry's id is made of the feed's path and its own, so that it stays what it is; an unchanged
feed costs a 304.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from flask import Response, request

from webapp.core.settings import current_settings

ATOM: Final = "http://www.w3.org/2005/Atom"
MIMETYPE: Final = "application/atom+xml"
NEVER: Final = datetime(2026, 1, 1, tzinfo=UTC)
UNWRITABLE: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
register_namespace("", ATOM)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that is new; `url` is a path of ours."""

    url: str
    title: str
    said: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Feed:
    """What is new about one page, newest first; `url` is that page's path."""

    title: str
    url: str
    entries: Sequence[Entry]


def send_feed(feed: Feed) -> Response:
    """Answer with a feed, or with nothing when the reader has it already."""
    response = Response(write_feed(feed), content_type=f"{MIMETYPE}; charset=utf-8")
    response.headers["Cache-Control"] = "public, no-cache"
    response.add_etag()
    response.make_conditional(request)
    return response


def write_feed(feed: Feed) -> bytes:
    """Write a feed as XML."""
    base = current_settings().public_url.rstrip("/")
    root = Element(f"{{{ATOM}}}feed", {"xml:lang": "en"})
    _add(root, "id", _id(base, feed.url))
    _add(root, "title", feed.title)
    _add(root, "updated", _stamp(max((e.at for e in feed.entries if e.at), default=NEVER)))
    _link(root, "self", f"{base}{feed.url}/feed.atom", MIMETYPE)
    _link(root, "alternate", base + feed.url, "text/html")
    _add(SubElement(root, f"{{{ATOM}}}author"), "name", "Guildhall")
    for entry in feed.entries:
        _entry(root, base, feed, entry)
    body: bytes = tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + body


def _entry(root: Element, base: str, feed: Feed, entry: Entry) -> None:
    made = SubElement(root, f"{{{ATOM}}}entry")
    _add(made, "id", _id(base, f"{feed.url}:{entry.url}"))
    _add(made, "title", entry.title)
    _add(made, "updated", _stamp(entry.at or NEVER))
    _link(made, "alternate", base + entry.url, "text/html")
    _add(made, "summary", entry.said)


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, f"{{{ATOM}}}{name}").text = UNWRITABLE.sub("", text)


def _link(parent: Element, rel: str, href: str, kind: str) -> None:
    SubElement(parent, f"{{{ATOM}}}link", {"rel": rel, "href": href, "type": kind})


def _id(base: str, path: str) -> str:
    """Name a thing for good (RFC 4151)."""
    return f"tag:{urlsplit(base).hostname},2026:{path}"


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
