"""The address of a match's builds."""

from __future__ import annotations

from flask import Response, request

from webapp.core.twins import MOMENT, answers
from webapp.dota2.pages.builds import BUILDS, builds_measures, builds_page
from webapp.dota2.pages.builds.page import BuildsPage
from webapp.dota2.routes import bp
from webapp.dota2.routes.match import MATCH, send_match


@bp.get(MATCH + "/builds")
@bp.get(MATCH + "/builds.json")
@answers(BuildsPage, *MOMENT, "player")
def builds(match_id: int) -> Response:
    """Show what everybody bought, and one player in full."""
    slot = request.args.get("player", type=int)
    return send_match(
        match_id,
        lambda version, moment: builds_page(match_id, moment, slot, version),
        panel=BUILDS,
        also=builds_measures(),
    )
