"""Every table of a match as CSV."""

from __future__ import annotations

from flask import Response, abort, request

from webapp.core.downloads import send_table
from webapp.lol.pages.tables import table_csv
from webapp.lol.routes import bp
from webapp.lol.routes.match import MATCH, chosen_moment


@bp.get(MATCH + "/tables/<string:name>.csv")
def table(match_id: str, name: str) -> Response:
    """Answer with one table as CSV, narrowed as the page beside it is by the same query."""
    body = table_csv(match_id, name, chosen_moment(), request.args)
    if body is None:
        abort(404, "There is no such table for this match.")
    return send_table(body, f"{match_id}-{name}")
