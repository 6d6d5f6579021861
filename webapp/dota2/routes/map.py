"""The address of a match's map."""

from __future__ import annotations

from flask import Response, request

from webapp.dota2.pages.map.page import MAP, map_page
from webapp.dota2.routes import bp
from webapp.dota2.routes.match import MATCH, send_match


@bp.get(MATCH + "/map")
@bp.get(MATCH + "/map.json")
def match_map(match_id: int) -> Response:
    """Show buildings, wards and deaths on the map."""
    return send_match(
        match_id,
        lambda version, moment: map_page(match_id, moment, request.args, version),
        panel=MAP,
    )
