"""Addresses of the room itself: its front page, asking for a match, its timeline, its files."""

from __future__ import annotations

from typing import cast

from flask import Response, abort, redirect
from flask.sansio.blueprints import BlueprintSetupState

from webapp.core.downloads import send_stored_file
from webapp.core.limits import limited
from webapp.core.pages import send_front
from webapp.core.twins import answers, asks_for_work
from webapp.lol import actions
from webapp.lol.domain.analysis import Analysis
from webapp.lol.domain.door import is_generated
from webapp.lol.pages import files
from webapp.lol.pages.index import IndexPage, index_page
from webapp.lol.routes import bp
from webapp.lol.routes.match import MATCH


@bp.get("")
@answers(IndexPage)
def index() -> Response:
    """Show the room: what was analysed last, samples, summoners."""
    return send_front("lol/index.html", page=index_page)


@bp.record_once
def _index_as_json(state: BlueprintSetupState) -> None:
    """Add what no rule below a prefix can say: the prefix itself, with an ending."""
    state.app.add_url_rule(f"{state.url_prefix}.json", "lol.index_json", index)


@bp.post(MATCH + "/analysis")
@asks_for_work
@limited
def ask(match_id: str) -> Response:
    """Ask for a match to be fetched and analysed."""
    if is_generated(match_id):
        abort(404, "Numbers below 1000 are kept for generated samples.")
    return cast("Response", redirect(actions.ask_for_match(match_id), 303))


@bp.post(MATCH + "/timeline")
@asks_for_work
@limited
def ask_timeline(match_id: str) -> Response:
    """Ask for the timeline of a match that is kept here."""
    if is_generated(match_id):
        abort(404, "Numbers below 1000 are kept for generated samples.")
    return cast("Response", redirect(actions.ask_for_timeline(match_id), 303))


@bp.get(MATCH + "/raw")
def raw(match_id: str) -> Response:
    """Answer with the match body as it came from Riot or the reader."""
    found = files.raw_file(match_id) or abort(404, "There is no such match here.")
    return _file(found)


@bp.get(MATCH + "/raw/timeline")
def raw_timeline(match_id: str) -> Response:
    """Answer with the timeline as it came from Riot or the reader."""
    found = files.timeline_file(match_id) or abort(404, "There is no timeline of this match here.")
    return _file(found)


@bp.get(MATCH + "/analysis.json")
@answers(Analysis, partly=True)
def analysis(match_id: str) -> Response:
    """Answer with everything worked out about a match."""
    found = files.analysis_file(match_id) or abort(404, "There is no such match here.")
    return _file(found)


@bp.get("/uploads/<string(length=64):digest>")
def upload(digest: str) -> Response:
    """Go to the match a brought file turned out to hold."""
    match_id = files.match_of_upload(digest)
    if match_id is None:
        abort(404, "This file was not read, or is no longer here. Bring it again.")
    return cast("Response", redirect(f"/lol/matches/{match_id}", 303))


def _file(found: files.KeptFile) -> Response:
    """Answer with a file to keep; a browser that has it already is told so."""
    return send_stored_file(found.body, "application/json", found.filename, found.version)
