"""The address of a match's map."""

from __future__ import annotations

from flask import Response

from webapp.core.twins import MOMENT, answers
from webapp.lol.pages.map import MAP, map_page
from webapp.lol.pages.map.page import MapPage
from webapp.lol.routes import bp
from webapp.lol.routes.match import MATCH, send_match


@bp.get(MATCH + "/map", endpoint="map")
@bp.get(MATCH + "/map.json", endpoint="map")
@answers(MapPage, *MOMENT)
def rift(match_id: str) -> Response:
    """Show where things happened, what stood, and who was where."""
    return send_match(
        match_id, lambda version, moment: map_page(match_id, moment, version), panel=MAP
    )
