"""The address of a match's lanes."""

from __future__ import annotations

from flask import Response

from webapp.core.twins import MOMENT, answers
from webapp.dota2.pages.laning import LANING, laning_page
from webapp.dota2.pages.laning.page import LaningPage
from webapp.dota2.routes import bp
from webapp.dota2.routes.match import MATCH, send_match


@bp.get(MATCH + "/laning")
@bp.get(MATCH + "/laning.json")
@answers(LaningPage, *MOMENT)
def laning(match_id: int) -> Response:
    """Show how each lane stood at 10:00, or over chosen minutes."""
    return send_match(
        match_id,
        lambda version, moment: laning_page(match_id, moment, version),
        panel=LANING,
    )
