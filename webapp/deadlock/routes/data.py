"""The address of where a match came from, and of all there is to take away."""

from __future__ import annotations

from flask import Response

from webapp.core.twins import MOMENT, answers
from webapp.deadlock.pages.data import DATA, DataPage, data_page
from webapp.deadlock.routes import bp
from webapp.deadlock.routes.match import MATCH, send_match


@bp.get(MATCH + "/data")
@bp.get(MATCH + "/data.json")
@answers(DataPage, *MOMENT)
def data(match_id: int) -> Response:
    """Show where the match came from and what there is to take away."""
    return send_match(
        match_id,
        lambda version, moment: data_page(match_id, moment, version),
        panel=DATA,
        part_reads="",
    )
