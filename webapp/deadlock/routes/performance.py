"""The address of the Performance tab."""

from __future__ import annotations

from flask import Response, request

from webapp.core.twins import MOMENT, answers
from webapp.deadlock.pages.performance import PERFORMANCE, performance_measures, performance_page
from webapp.deadlock.pages.performance.page import PerformancePage
from webapp.deadlock.routes import bp
from webapp.deadlock.routes.match import MATCH, send_match


@bp.get(MATCH + "/performance")
@bp.get(MATCH + "/performance.json")
@answers(PerformancePage, *MOMENT, "player")
def performance(match_id: int) -> Response:
    """Show aim, time and movement of everybody, or one player in full."""
    player = request.args.get("player")
    return send_match(
        match_id,
        lambda version, moment: performance_page(match_id, moment, player, version),
        panel=PERFORMANCE,
        also=performance_measures(),
    )
