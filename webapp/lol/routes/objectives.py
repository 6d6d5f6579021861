"""The address of a match's objectives."""

from __future__ import annotations

from flask import Response

from webapp.core.twins import MOMENT, answers
from webapp.lol.pages.objectives import OBJECTIVES, objectives_page
from webapp.lol.pages.objectives.page import ObjectivesPage
from webapp.lol.routes import bp
from webapp.lol.routes.match import MATCH, send_match


@bp.get(MATCH + "/objectives")
@bp.get(MATCH + "/objectives.json")
@answers(ObjectivesPage, *MOMENT)
def objectives(match_id: str) -> Response:
    """Show what each side took, and how it stood when it did."""
    return send_match(
        match_id,
        lambda version, moment: objectives_page(match_id, moment, version),
        panel=OBJECTIVES,
    )
