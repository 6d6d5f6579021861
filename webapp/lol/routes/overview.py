"""The address of a match's scoreboard."""

from __future__ import annotations

from flask import Response, request

from webapp.core.twins import MOMENT, answers
from webapp.lol.pages.overview import OVERVIEW, known_sort, overview_page, ranks_mark
from webapp.lol.pages.overview.page import OverviewPage
from webapp.lol.routes import bp
from webapp.lol.routes.match import MATCH, send_match


@bp.get(MATCH)
@bp.get(MATCH + ".json")
@answers(OverviewPage, *MOMENT, "player", "sort")
def overview(match_id: str) -> Response:
    """Show who played, how it ended, and everybody's score with its parts."""
    sort = known_sort(request.args.get("sort", ""))
    return send_match(
        match_id,
        lambda version, moment: overview_page(match_id, moment, request.args, sort, version),
        panel=OVERVIEW,
        also=ranks_mark(),
    )
