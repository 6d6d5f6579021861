"""The address of a match's scoreboard."""

from __future__ import annotations

from flask import Response, request

from webapp.core.twins import MOMENT, answers
from webapp.deadlock.pages.findings import findings_mark
from webapp.deadlock.pages.overview import OVERVIEW, known_sort, overview_page
from webapp.deadlock.pages.overview.page import OverviewPage
from webapp.deadlock.routes import bp
from webapp.deadlock.routes.match import MATCH, send_match


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
        part_reads=sort,
        also=findings_mark(),
    )
