"""The address of a match's tables, to be taken away as CSV."""

from __future__ import annotations

from flask import Response, abort, request

from webapp.core.downloads import send_table
from webapp.dota2.pages.tables import table_csv
from webapp.dota2.routes import bp
from webapp.dota2.routes.match import MATCH
from webapp.matchroom.answering import chosen_moment


@bp.get(MATCH + "/tables/<string:name>.csv")
def table(match_id: int, name: str) -> Response:
    """Answer with one table as CSV, narrowed as the page beside it is by the same query."""
    body = table_csv(match_id, name, chosen_moment(), request.args)
    if body is None:
        abort(404, "There is no such table for this match.")
    return send_table(body, f"{match_id}-{name}")
