"""The address of a match's map."""

from __future__ import annotations

from flask import Response, request

from webapp.core.twins import MOMENT, answers
from webapp.dota2.pages.map.page import MAP, MapPage, map_page
from webapp.dota2.routes import bp
from webapp.dota2.routes.match import MATCH, send_match


@bp.get(MATCH + "/map")
@bp.get(MATCH + "/map.json")
@answers(MapPage, *MOMENT, "kind", "player", "side")
def match_map(match_id: int) -> Response:
    """Show buildings, wards and deaths on the map."""
    return send_match(
        match_id,
        lambda version, moment: map_page(match_id, moment, request.args, version),
        panel=MAP,
    )
