"""The address of a match's economy."""

from __future__ import annotations

from flask import Response, request

from webapp.core.twins import MOMENT, answers
from webapp.lol.pages.economy import ECONOMY, economy_page
from webapp.lol.pages.economy.page import EconomyPage
from webapp.lol.routes import bp
from webapp.lol.routes.match import MATCH, send_match


@bp.get(MATCH + "/economy")
@bp.get(MATCH + "/economy.json")
@answers(EconomyPage, *MOMENT, "figure", "of")
def economy(match_id: str) -> Response:
    """Show gold, experience and CS along the match, and who went shopping."""
    return send_match(
        match_id,
        lambda version, moment: economy_page(match_id, moment, request.args, version),
        panel=ECONOMY,
    )
