"""Home's addresses: the house, the box, the corner slot, the style guide."""

from __future__ import annotations

from typing import BinaryIO, cast
from urllib.parse import urlsplit

from flask import Blueprint, Response, abort, redirect, request

from webapp.accounts.current import current_account
from webapp.core.feeds import send_feed
from webapp.core.limits import limit_searches, limited
from webapp.core.pages import send, send_front, wanted_kind
from webapp.core.problems import is_api
from webapp.core.settings import current_settings
from webapp.core.twins import answers, takes_file
from webapp.home import pages, styleguide
from webapp.home.feeds import player_feed
from webapp.home.pages import HomePage
from webapp.home.rooms import PEEK_BYTES, built_rooms, reader_of

bp = Blueprint("home", __name__)


@bp.app_context_processor
def frame() -> dict[str, object]:
    """Give every template what the frame of a page needs."""
    settings = current_settings()
    return {
        "rooms": built_rooms(),
        "demo": settings.demo,
        "public_url": settings.public_url,
    }


@bp.get("/")
@bp.get("/index.json")
@answers(HomePage, "q")
@limit_searches
def home() -> Response:
    """Show the house."""
    text = request.args.get("q", "")
    return send_front("home/home.html", page=lambda: pages.home_page(text), part="seen")


@bp.get("/open")
@bp.get("/open.json")
@answers(HomePage, "q")
@limit_searches
def recognise() -> Response:
    """Show what a text may mean; where it means one thing only, go there."""
    text = request.args.get("q", "")
    if wanted_kind("seen") == "part" or is_api():
        return send("home/home.html", page=pages.seen_page(text), part="seen")
    page = pages.home_page(text)
    target = pages.only_choice(page)
    if target and wanted_kind() == "whole":
        return cast("Response", redirect(target, 303))
    return send("home/home.html", page=page)


@bp.post("/open")
@takes_file("A match, a timeline, a demo or a replay of any game here; its room is found.")
@limited
def open_file() -> Response:
    """Take a file of any game to the room that reads it."""
    file = request.files.get("file")
    if file is None or not file.filename:
        abort(400, "No file arrived. Choose one, or drop it on the page.")
    head = file.stream.read(PEEK_BYTES)
    file.stream.seek(0)
    room = reader_of(file.filename, head)
    if room is None:
        abort(415, "This is not a file any room here reads. Bring a match or a demo of a game.")
    target = room.import_upload(file.filename, cast("BinaryIO", file.stream))
    return cast("Response", redirect(target, 303))


@bp.get("/me/slot")
def slot() -> Response:
    """Show what differs from moment to moment and from reader to reader."""
    around = urlsplit(request.headers.get("HX-Current-URL", ""))
    here = f"{around.path}?{around.query}" if around.query else around.path
    page = pages.slot_page(current_account(), here)
    return send("home/slot.html", page=page, part="slot", private=True)


@bp.get("/styleguide")
@bp.get("/styleguide.json")
def style_guide() -> Response:
    """Show every part in every state."""
    return send("home/styleguide.html", page=styleguide.style_page())


@bp.get("/<string:room>/<path:player>/feed.atom")
def feed(room: str, player: str) -> Response:
    """Give what is new about a player, for programs that read feeds."""
    found = player_feed(f"/{room}/{player}")
    return send_feed(found or abort(404, "There is no feed at this address."))
