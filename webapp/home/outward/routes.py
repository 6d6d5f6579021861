"""Addresses for programs: cards, the map of all pages, rules for crawlers."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import Final

from flask import Blueprint, Response, abort, current_app, request, stream_with_context

from webapp.core.settings import current_settings
from webapp.home.outward import sitemap
from webapp.home.rooms import Room, built_rooms
from webapp.matchroom.cards import draw_plain, load_card

bp = Blueprint("outward", __name__)

KINDS: Final = frozenset({"match", "player"})
KEY: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")
DAY: Final = "public, max-age=86400"
SOON: Final = "public, max-age=300"
LOOK_AGAIN: Final = "public, no-cache"
LEFT_ALONE: Final = ("/account", "/admin", "/jobs", "/me", "/sign-in", "/api/")


@bp.get("/cards/<string:room>/<string:kind>/<string:key>.png")
def card(room: str, kind: str, key: str) -> Response:
    """Answer with the card of a match or a player; with the room's until theirs is drawn."""
    here = next((one for one in built_rooms() if one.slug == room), None)
    if here is None or kind not in KINDS or not KEY.fullmatch(key):
        abort(404, "There is no such picture.")
    found = load_card(room, kind, key)
    if found is None:
        return _plain(here)
    return _tagged(Response(found.body, mimetype="image/png"), found.name, DAY)


@bp.get("/robots.txt")
def robots() -> Response:
    """Ask crawlers to leave alone what is somebody's own or no page."""
    alone = "\n".join(f"Disallow: {path}" for path in LEFT_ALONE)
    said = f"User-agent: *\n{alone}\n\nSitemap: {current_settings().public_url}/sitemap.xml\n"
    return _tagged(Response(said, mimetype="text/plain"), said, DAY)


@bp.get("/sitemap.xml")
def site_map() -> Response:
    """Answer with the index of all pages."""
    found = sitemap.parts()
    return _xml(sitemap.version_of(found), sitemap.index_lines(_url(), found))


@bp.get("/sitemaps/house.xml")
def house_map() -> Response:
    """Answer with the pages there are whatever is kept."""
    return _xml("house", sitemap.house_lines(_url()))


@bp.get("/sitemaps/<string:room>/<string:name>/<int(min=1,max=100000):number>.xml")
def map_part(room: str, name: str, number: int) -> Response:
    """Answer with one part of the map, as its rows come."""
    part = sitemap.part_of(room, name, number) or abort(404, "The map has no such part.")
    return _xml(part.version, sitemap.part_lines(_url(), part))


def _url() -> str:
    return current_settings().public_url


def _plain(room: Room) -> Response:
    body = draw_plain(room.name, room.answers)
    return _tagged(Response(body, mimetype="image/png"), f"plain|{room.slug}", SOON)


def _xml(version: str, lines: Iterator[str]) -> Response:
    """Answer line by line, or not at all when the reader has this version."""
    response = Response(stream_with_context(lines), mimetype="application/xml")
    return _tagged(response, version, LOOK_AGAIN)


def _tagged(response: Response, version: str, kept: str) -> Response:
    response.headers["Cache-Control"] = kept
    release = current_app.extensions["guildhall.release"]
    response.set_etag(hashlib.sha256(f"{version}|{release}".encode()).hexdigest()[:32])
    response.make_conditional(request)
    return response
