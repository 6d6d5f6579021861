"""Addresses of the Combat tab's deaths and fights."""

from __future__ import annotations

from flask import Response, request

from webapp.core.twins import MOMENT, answers
from webapp.deadlock.pages.deaths import DEATHS, deaths_page
from webapp.deadlock.pages.deaths.page import DeathsPage
from webapp.deadlock.pages.fights import FIGHTS, fights_page
from webapp.deadlock.pages.fights.page import FightsPage
from webapp.deadlock.routes import bp
from webapp.deadlock.routes.match import MATCH, send_match


@bp.get(MATCH + "/combat/deaths")
@bp.get(MATCH + "/combat/deaths.json")
@answers(DeathsPage, *MOMENT, "death", "player", "side")
def deaths(match_id: int) -> Response:
    """Show every death with what was around it, and one in full."""
    return send_match(
        match_id,
        lambda version, moment: deaths_page(match_id, moment, request.args, version),
        panel=DEATHS,
    )


@bp.get(MATCH + "/combat/fights")
@bp.get(MATCH + "/combat/fights.json")
@answers(FightsPage, *MOMENT, "all", "fight", "player")
def fights(match_id: int) -> Response:
    """Show every fight, and one in full."""
    return send_match(
        match_id,
        lambda version, moment: fights_page(match_id, moment, request.args, version),
        panel=FIGHTS,
    )
