"""The address of a match's economy."""

from __future__ import annotations

from flask import Response, request

from webapp.core.twins import MOMENT, answers
from webapp.deadlock.pages.economy import ECONOMY, economy_page
from webapp.deadlock.pages.economy.page import EconomyPage
from webapp.deadlock.routes import bp
from webapp.deadlock.routes.match import MATCH, send_match


@bp.get(MATCH + "/economy")
@bp.get(MATCH + "/economy.json")
@answers(EconomyPage, *MOMENT, "count", "of", "player")
def economy(match_id: int) -> Response:
    """Show who earned what from where, and what the lead did."""
    return send_match(
        match_id,
        lambda version, moment: economy_page(match_id, moment, request.args, version),
        panel=ECONOMY,
    )
