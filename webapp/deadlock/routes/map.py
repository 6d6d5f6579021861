"""The address of a match's map."""

from __future__ import annotations

from flask import Response, request

from webapp.core.twins import MOMENT, answers
from webapp.deadlock.pages.map import MAP, map_page
from webapp.deadlock.pages.map.page import MapPage
from webapp.deadlock.routes import bp
from webapp.deadlock.routes.match import MATCH, send_match


@bp.get(MATCH + "/map")
@bp.get(MATCH + "/map.json")
@answers(MapPage, *MOMENT, "follow", "heat", "trail")
def replay_map(match_id: int) -> Response:
    """Show where everybody was at a moment, or over a span."""
    return send_match(
        match_id,
        lambda version, moment: map_page(match_id, moment, request.args, version),
        panel=MAP,
    )
