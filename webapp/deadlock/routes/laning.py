"""The address of a match's lanes."""

from __future__ import annotations

from flask import Response

from webapp.core.twins import MOMENT, answers
from webapp.deadlock.pages.laning import LANING, laning_page
from webapp.deadlock.pages.laning.page import LaningPage
from webapp.deadlock.routes import bp
from webapp.deadlock.routes.match import MATCH, send_match


@bp.get(MATCH + "/laning")
@bp.get(MATCH + "/laning.json")
@answers(LaningPage, *MOMENT)
def laning(match_id: int) -> Response:
    """Show how each lane stood at 9:00, or at a chosen sample."""
    return send_match(
        match_id,
        lambda version, moment: laning_page(match_id, moment, version),
        panel=LANING,
    )
