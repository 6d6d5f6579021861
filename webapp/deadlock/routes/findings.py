"""The address of a match's findings."""

from __future__ import annotations

from flask import Response, request

from webapp.deadlock.pages.findings import findings_page
from webapp.deadlock.routes import bp
from webapp.deadlock.routes.match import MATCH, chosen_moment, send_match
from webapp.deadlock.store.chances import load_standing


@bp.get(MATCH + "/findings")
@bp.get(MATCH + "/findings.json")
def findings(match_id: int) -> Response:
    """Show what decided a match, or one player's match."""
    slot = request.args.get("player", type=int)
    return send_match(
        match_id,
        lambda version: findings_page(match_id, chosen_moment(), slot, version),
        also=load_standing().mark,
    )
