"""The address of a match's fights."""

from __future__ import annotations

from flask import Response, request

from webapp.core.twins import MOMENT, answers
from webapp.dota2.pages.fights import FIGHTS, fights_page
from webapp.dota2.pages.fights.page import FightsPage
from webapp.dota2.routes import bp
from webapp.dota2.routes.match import MATCH, send_match


@bp.get(MATCH + "/fights")
@bp.get(MATCH + "/fights.json")
@answers(FightsPage, *MOMENT, "fight", "player")
def fights(match_id: int) -> Response:
    """Show every fight, and one of them in full."""
    return send_match(
        match_id,
        lambda version, moment: fights_page(match_id, moment, request.args, version),
        panel=FIGHTS,
    )
