"""The address of a match's objectives."""

from __future__ import annotations

from flask import Response

from webapp.core.twins import MOMENT, answers
from webapp.dota2.pages.objectives import OBJECTIVES, objectives_page
from webapp.dota2.pages.objectives.page import ObjectivesPage
from webapp.dota2.routes import bp
from webapp.dota2.routes.match import MATCH, send_match


@bp.get(MATCH + "/objectives")
@bp.get(MATCH + "/objectives.json")
@answers(ObjectivesPage, *MOMENT)
def objectives(match_id: int) -> Response:
    """Show what fell when, Roshan, and who took which rune."""
    return send_match(
        match_id,
        lambda version, moment: objectives_page(match_id, moment, version),
        panel=OBJECTIVES,
    )
