"""The address of a match's scoreboard."""

from __future__ import annotations

from flask import Response, request

from webapp.core.twins import MOMENT, answers
from webapp.dota2.pages.overview import OVERVIEW, known_sort, overview_page
from webapp.dota2.pages.overview.page import OverviewPage
from webapp.dota2.routes import bp
from webapp.dota2.routes.match import MATCH, send_match


@bp.get(MATCH)
@bp.get(MATCH + ".json")
@answers(OverviewPage, *MOMENT, "sort")
def overview(match_id: int) -> Response:
    """Show who played and how it ended."""
    sort = known_sort(request.args.get("sort", ""))
    return send_match(
        match_id,
        lambda version, moment: overview_page(match_id, moment, sort, version),
        panel=OVERVIEW,
    )
