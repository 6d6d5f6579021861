"""The address of a match's lanes."""

from __future__ import annotations

from flask import Response

from webapp.deadlock.pages.laning import laning_page
from webapp.deadlock.routes import bp
from webapp.deadlock.routes.match import MATCH, chosen_moment, send_match


@bp.get(MATCH + "/laning")
@bp.get(MATCH + "/laning.json")
def laning(match_id: int) -> Response:
    """Show how each lane stood at 9:00, or at a chosen sample."""
    return send_match(match_id, lambda version: laning_page(match_id, chosen_moment(), version))
