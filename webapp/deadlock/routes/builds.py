"""The address of what was bought and learnt in a match."""

from __future__ import annotations

from flask import Response, request

from webapp.deadlock.pages.builds import builds_page
from webapp.deadlock.routes import bp
from webapp.deadlock.routes.match import MATCH, chosen_moment, send_match
from webapp.deadlock.store.benchmarks import load_benchmarks


@bp.get(MATCH + "/builds")
@bp.get(MATCH + "/builds.json")
def builds(match_id: int) -> Response:
    """Show a player's build, and what everybody owned at a moment."""
    player = request.args.get("player", type=int)
    return send_match(
        match_id,
        lambda version: builds_page(match_id, chosen_moment(), player, version),
        also=load_benchmarks().version,
    )
