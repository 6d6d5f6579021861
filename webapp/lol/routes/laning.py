"""The address of a match's lanes."""

from __future__ import annotations

from flask import Response

from webapp.core.twins import MOMENT, answers
from webapp.lol.pages.laning import LANING, laning_page
from webapp.lol.pages.laning.page import LaningPage
from webapp.lol.routes import bp
from webapp.lol.routes.match import MATCH, send_match


@bp.get(MATCH + "/laning")
@bp.get(MATCH + "/laning.json")
@answers(LaningPage, *MOMENT)
def laning(match_id: str) -> Response:
    """Show how each player stood against the opponent at 14:00, or when chosen."""
    return send_match(
        match_id,
        lambda version, moment: laning_page(match_id, moment, version),
        panel=LANING,
    )
