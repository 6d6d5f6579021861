"""The address of a match's vision."""

from __future__ import annotations

from flask import Response

from webapp.core.twins import MOMENT, answers
from webapp.lol.pages.vision import VISION, vision_page
from webapp.lol.pages.vision.page import VisionPage
from webapp.lol.routes import bp
from webapp.lol.routes.match import MATCH, send_match


@bp.get(MATCH + "/vision")
@bp.get(MATCH + "/vision.json")
@answers(VisionPage, *MOMENT)
def vision(match_id: str) -> Response:
    """Show wards and vision by player and phase."""
    return send_match(
        match_id,
        lambda version, moment: vision_page(match_id, moment, version),
        panel=VISION,
    )
