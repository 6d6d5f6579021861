"""The address of a match's economy."""

from __future__ import annotations

from flask import Response, request

from webapp.deadlock.pages.economy import economy_page
from webapp.deadlock.routes import bp
from webapp.deadlock.routes.match import MATCH, chosen_moment, send_match


@bp.get(MATCH + "/economy")
@bp.get(MATCH + "/economy.json")
def economy(match_id: int) -> Response:
    """Show who earned what from where, and what the lead did."""
    return send_match(
        match_id, lambda version: economy_page(match_id, chosen_moment(), request.args, version)
    )
