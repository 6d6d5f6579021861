"""Addresses of the room itself: its front page, finding a match, asking for one."""

from __future__ import annotations

from typing import cast

from flask import Response, abort, redirect, request
from flask.sansio.blueprints import BlueprintSetupState

from webapp.core.limits import limited
from webapp.core.pages import send_front
from webapp.core.twins import answers, asks_for_work
from webapp.deadlock import actions
from webapp.deadlock.pages.index import IndexPage, index_page
from webapp.deadlock.routes import bp
from webapp.deadlock.routes.match import MATCH
from webapp.matchroom.unknown import LAST_GENERATED


@bp.get("")
@answers(IndexPage)
def index() -> Response:
    """Show the room: what was analysed last, samples, players."""
    return send_front("deadlock/index.html", page=index_page)


@bp.record_once
def _index_as_json(state: BlueprintSetupState) -> None:
    """Add what no rule below a prefix can say: the prefix itself, with an ending."""
    state.app.add_url_rule(f"{state.url_prefix}.json", "deadlock.index_json", index)


@bp.get("/matches")
def find_match() -> Response:
    """Go to the match whose id was typed."""
    return cast("Response", redirect(f"/open?q={request.args.get('id', type=int) or ''}", 303))


@bp.post(MATCH + "/analysis")
@asks_for_work
@limited
def ask(match_id: int) -> Response:
    """Ask for a match to be fetched and analysed."""
    if match_id <= LAST_GENERATED:
        abort(404, "Ids below 1000 are kept for generated samples.")
    return cast("Response", redirect(actions.ask_for_match(match_id), 303))
