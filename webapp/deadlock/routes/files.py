"""What can be taken away of a match, each file under an ETag."""

from __future__ import annotations

from typing import cast

from flask import Response, abort, redirect, request

from webapp.core.downloads import answer_once, send_made_file, send_stored_file, send_table
from webapp.core.twins import answers
from webapp.deadlock.domain.analysis import Analysis
from webapp.deadlock.domain.paths_file import CONTENT_ENCODING, CONTENT_TYPE
from webapp.deadlock.pages import files
from webapp.deadlock.pages.tables import table_csv
from webapp.deadlock.routes import bp
from webapp.deadlock.routes.match import MATCH, chosen_moment
from webapp.deadlock.store.catalogue import ALBUM

PARQUET = "application/vnd.apache.parquet"


@bp.get(MATCH + "/tables/<string:name>.csv")
def table(match_id: int, name: str) -> Response:
    """Answer with one table as CSV, narrowed by the moment and by what it knows of the query."""
    body = table_csv(match_id, name, chosen_moment(), request.args)
    if body is None:
        abort(404, "There is no such table for this match.")
    return send_table(body, f"{match_id}-{name}")


@bp.get(MATCH + "/paths")
def paths(match_id: int) -> Response:
    """Answer with everybody's positions, the file the map reads; already packed."""
    found = files.paths_file(match_id) or abort(404, "This match has no positions.")
    response = Response(found.body, content_type=CONTENT_TYPE)
    response.headers["Content-Encoding"] = CONTENT_ENCODING
    return answer_once(response, found.name)


@bp.get(MATCH + "/damage.parquet")
def damage(match_id: int) -> Response:
    """Answer with the damage matrix as Parquet."""
    found = files.damage_file(match_id) or abort(404, "This match has no damage matrix.")
    return send_stored_file(found.body, PARQUET, f"{match_id}-damage.parquet", found.name)


@bp.get(MATCH + "/positions.parquet")
def positions(match_id: int) -> Response:
    """Answer with everybody's positions as Parquet."""
    body = files.positions_parquet(match_id) or abort(404, "This match has no positions.")
    return send_made_file(body, PARQUET, f"{match_id}-positions.parquet")


@bp.get(MATCH + "/snapshots.parquet")
def snapshots(match_id: int) -> Response:
    """Answer with every player's snapshots as Parquet."""
    body = files.snapshots_parquet(match_id) or abort(404, "This match has no snapshots.")
    return send_made_file(body, PARQUET, f"{match_id}-snapshots.parquet")


@bp.get(MATCH + "/raw")
def raw(match_id: int) -> Response:
    """Answer with the body as it came from the upstream or the reader."""
    found = files.raw_file(match_id) or abort(404, "There is no such match here.")
    return send_stored_file(found.body, found.mimetype, found.filename, found.name)


@bp.get(MATCH + "/analysis.json")
@answers(Analysis, partly=True)
def analysis(match_id: int) -> Response:
    """Answer with everything worked out about a match."""
    body = files.analysis_json(match_id) or abort(404, "There is no such match here.")
    return send_made_file(body, "application/json", f"{match_id}-analysis.json")


@bp.get("/uploads/<string(length=64):digest>")
def upload(digest: str) -> Response:
    """Go to the match a brought file turned out to hold."""
    match_id = files.match_of_upload(digest)
    if match_id is None:
        abort(404, "This file was not read, or is no longer here. Bring it again.")
    return cast("Response", redirect(f"/deadlock/matches/{match_id}", 303))


@bp.get("/art/<string:name>")
def art(name: str) -> Response:
    """Answer with our copy of a picture."""
    return ALBUM.send(name)
