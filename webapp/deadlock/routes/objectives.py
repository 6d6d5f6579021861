"""The address of a match's buildings."""

from __future__ import annotations

from flask import Response

from webapp.core.twins import MOMENT, answers
from webapp.deadlock.pages.objectives import OBJECTIVES, objectives_page
from webapp.deadlock.pages.objectives.page import ObjectivesPage
from webapp.deadlock.routes import bp
from webapp.deadlock.routes.match import MATCH, send_match


@bp.get(MATCH + "/objectives")
@bp.get(MATCH + "/objectives.json")
@answers(ObjectivesPage, *MOMENT)
def objectives(match_id: int) -> Response:
    """Show when buildings fell, to what, and what stood at a moment."""
    return send_match(
        match_id,
        lambda version, moment: objectives_page(match_id, moment, version),
        panel=OBJECTIVES,
    )
