"""The address of what was bought and learnt in a match."""

from __future__ import annotations

from typing import cast

from flask import Response, abort, redirect, request

from webapp.core.limits import limited
from webapp.core.twins import MOMENT, answers, asks_for_work
from webapp.deadlock import actions
from webapp.deadlock.pages.builds import BUILDS, builds_page
from webapp.deadlock.pages.builds.page import BuildsPage
from webapp.deadlock.pages.sources import shown_of
from webapp.deadlock.routes import bp
from webapp.deadlock.routes.match import MATCH, send_match
from webapp.deadlock.store.benchmarks import load_benchmarks


@bp.get(MATCH + "/builds")
@bp.get(MATCH + "/builds.json")
@answers(BuildsPage, *MOMENT, "player")
def builds(match_id: int) -> Response:
    """Show a player's build, and what everybody owned at a moment."""
    player = request.args.get("player", type=int)
    return send_match(
        match_id,
        lambda version, moment: builds_page(match_id, moment, player, version),
        panel=BUILDS,
        also=load_benchmarks().version,
    )


@bp.post(MATCH + "/builds")
@asks_for_work
@limited
def ask_builds(match_id: int) -> Response:
    """Ask for the published builds a match names."""
    if shown_of(match_id) is None:
        abort(404, "There is no such match here.")
    return cast("Response", redirect(actions.ask_for_builds(match_id), 303))
