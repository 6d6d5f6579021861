"""Addresses of a match's demo: ask for it, bring it, take its tables away."""

from __future__ import annotations

from typing import BinaryIO, cast
from uuid import UUID

from flask import Response, abort, redirect, request

from webapp.core.downloads import send_made_file, send_stored_file, send_table
from webapp.core.limits import limited
from webapp.core.settings import current_settings
from webapp.core.twins import asks_for_work, takes_file
from webapp.deadlock import actions
from webapp.deadlock.pages import files
from webapp.deadlock.routes import bp
from webapp.deadlock.routes.files import PARQUET
from webapp.deadlock.routes.match import MATCH
from webapp.deadlock.store.demos import DemoTooLarge
from webapp.matchroom.unknown import LAST_GENERATED

FORM_BYTES = 64 * 1024


@bp.post(MATCH + "/demo")
@asks_for_work
@limited
def ask_demo(match_id: int) -> Response:
    """Ask for a match's demo to be fetched from the game's own servers."""
    if match_id <= LAST_GENERATED:
        abort(404, "Nobody played this match, so the game has no demo of it.")
    if not files.is_kept(match_id):
        abort(404, "This match is not kept here. Fetch the match first.")
    return cast("Response", redirect(actions.ask_for_demo(match_id), 303))


@bp.post(MATCH + "/demo/file")
@takes_file("The demo of this match: .dem, .dem.bz2 or .dem.zst.")
@limited
def bring_demo(match_id: int) -> Response:
    """Take a demo a reader brings for this match."""
    if not files.is_kept(match_id):
        abort(404, "This match is not kept here. Fetch the match first.")
    request.max_content_length = current_settings().deadlock_demo_bytes + FORM_BYTES
    file = request.files.get("file")
    if file is None or not file.filename:
        abort(400, "No file arrived. Choose a demo (.dem, .dem.bz2 or .dem.zst).")
    stream = cast("BinaryIO", file.stream)
    if not actions.is_demo(stream):
        abort(415, "This is not a demo: it does not begin as one.")
    try:
        run_id, _ = actions.keep_demo(file.filename, stream, match_id)
    except DemoTooLarge as large:
        abort(413, f"This file is {large}.")
    return cast("Response", redirect(f"/jobs/{run_id}", 303))


@bp.get(MATCH + "/demo/<string:name>.parquet")
def demo_table(match_id: int, name: str) -> Response:
    """Answer with one table of a match's demo as Parquet."""
    found = files.demo_file(match_id, name) or abort(404, "This match has no such demo table.")
    return send_stored_file(found.body, PARQUET, f"{match_id}-{name}.parquet", found.name)


@bp.get(MATCH + "/demo/<string:name>.csv")
def demo_csv(match_id: int, name: str) -> Response:
    """Answer with one table of a match's demo as CSV."""
    body = files.demo_csv(match_id, name) or abort(404, "This match has no such demo table.")
    return send_table(body, f"{match_id}-{name}")


@bp.get(MATCH + "/demo/heights")
def heights(match_id: int) -> Response:
    """Answer with everybody's height at every second, for the map to move with."""
    body = files.demo_heights(match_id) or abort(404, "No demo tells heights of this match.")
    return send_made_file(body, "application/json", f"{match_id}-heights.json")


@bp.get("/demos/<uuid:name>")
def brought_demo(name: UUID) -> Response:
    """Go to the match a brought demo turned out to be of."""
    match_id = files.match_of_demo(name)
    if match_id is None:
        abort(404, "This demo was not read, or is no longer here. Bring it again.")
    return cast("Response", redirect(f"/deadlock/matches/{match_id}/data#demo", 303))
