"""Addresses of the room itself: its front page, asking for a match, its files."""

from __future__ import annotations

from typing import cast

from flask import Response, abort, redirect
from flask.sansio.blueprints import BlueprintSetupState

from webapp.core.downloads import send_made_file, send_stored_file
from webapp.core.limits import limited
from webapp.core.pages import send, send_front
from webapp.core.twins import answers, asks_for_work
from webapp.dota2 import actions
from webapp.dota2.domain.analysis import Analysis
from webapp.dota2.domain.replays.numbers import is_own
from webapp.dota2.pages import files
from webapp.dota2.pages.index import IndexPage, index_page
from webapp.dota2.pages.parse_offer import ParsePage, parse_page
from webapp.dota2.routes import bp
from webapp.dota2.routes.match import MATCH, PAGES
from webapp.matchroom.unknown import LAST_GENERATED


@bp.get("")
@answers(IndexPage)
def index() -> Response:
    """Show the room: what was analysed last, samples, players."""
    return send_front("dota2/index.html", page=index_page)


@bp.record_once
def _index_as_json(state: BlueprintSetupState) -> None:
    """Add what no rule below a prefix can say: the prefix itself, with an ending."""
    state.app.add_url_rule(f"{state.url_prefix}.json", "dota2.index_json", index)


@bp.post(MATCH + "/analysis")
@asks_for_work
@limited
def ask(match_id: int) -> Response:
    """Ask for a match to be fetched and analysed."""
    _refuse_samples(match_id)
    return cast("Response", redirect(actions.ask_for_match(match_id), 303))


@bp.post(MATCH + "/parse")
@asks_for_work
@limited
def ask_for_parse(match_id: int) -> Response:
    """Ask OpenDota to read a match's replay."""
    _refuse_samples(match_id)
    return cast("Response", redirect(actions.ask_for_parse(match_id), 303))


@bp.get(MATCH + "/parse")
@bp.get(MATCH + "/parse.json")
@answers(ParsePage)
def parse(match_id: int) -> Response:
    """Show how it stands with having a match's replay read."""
    page = parse_page(match_id)
    return send("dota2/parse.html", page=page, part="parse") if page else PAGES.unknown(match_id)


@bp.get(MATCH + "/raw")
def raw(match_id: int) -> Response:
    """Answer with the body as it came from the upstream or the reader."""
    found = files.raw_file(match_id) or abort(404, "There is no such match here.")
    return send_stored_file(found.body, "application/json", f"dota2-{match_id}.json", found.name)


@bp.get(MATCH + "/analysis.json")
@answers(Analysis, partly=True)
def analysis(match_id: int) -> Response:
    """Answer with everything worked out about a match."""
    body = files.analysis_json(match_id) or abort(404, "There is no such match here.")
    return send_made_file(body, "application/json", f"dota2-{match_id}-analysis.json")


@bp.get("/uploads/<string(length=64):digest>")
def upload(digest: str) -> Response:
    """Go to the match a brought file turned out to hold."""
    match_id = files.match_of_upload(digest)
    if match_id is None:
        abort(404, "This file was not read, or is no longer here. Bring it again.")
    return cast("Response", redirect(f"/dota2/matches/{match_id}", 303))


def _refuse_samples(match_id: int) -> None:
    if match_id <= LAST_GENERATED:
        abort(404, "Ids below 1000 are kept for generated samples.")
    if is_own(match_id):
        abort(404, "This number was made here, for a replay that names no match.")
