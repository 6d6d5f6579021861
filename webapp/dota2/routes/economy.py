"""The address of a match's economy."""

from __future__ import annotations

from flask import Response, request

from webapp.core.twins import MOMENT, answers
from webapp.dota2.pages.economy import ECONOMY, economy_page
from webapp.dota2.pages.economy.page import EconomyPage
from webapp.dota2.routes import bp
from webapp.dota2.routes.match import MATCH, send_match


@bp.get(MATCH + "/economy")
@bp.get(MATCH + "/economy.json")
@answers(EconomyPage, *MOMENT, "of", "player")
def economy(match_id: int) -> Response:
    """Show who earned what from where, and what the lead did."""
    return send_match(
        match_id,
        lambda version, moment: economy_page(match_id, moment, request.args, version),
        panel=ECONOMY,
    )
