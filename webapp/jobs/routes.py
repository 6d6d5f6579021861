"""The addresses of background work. A GET only looks; starting over is a POST."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, abort, redirect, url_for

from webapp.core.db import db
from webapp.core.limits import limited
from webapp.core.pages import send, wanted_kind
from webapp.core.twins import answers, asks_for_work
from webapp.jobs.asking import ask_again
from webapp.jobs.pages import JobPage, job_page
from webapp.jobs.whose import whose

if TYPE_CHECKING:
    import uuid

    from werkzeug.wrappers import Response

bp = Blueprint("jobs", __name__, url_prefix="/jobs")


@bp.get("/<uuid:run_id>", endpoint="job")
@bp.get("/<uuid:run_id>.json", endpoint="job_json")
@answers(JobPage)
def show(run_id: uuid.UUID) -> Response:
    """Show how far a piece of work is; sends its watchers on when it is done."""
    page, own = _seen(run_id)
    headers = _onward(page)
    answer = send("jobs/job.html", page=page, part="progress", headers=headers, private=own)
    if not own and wanted_kind("progress") != "json":
        answer.headers["Cache-Control"] = "no-store"
    return answer


def _seen(run_id: uuid.UUID) -> tuple[JobPage, bool]:
    """Give a run's page, and whether it is the reader's own; another's is no page at all."""
    page = job_page(run_id)
    told = whose(page.id, page.kind) if page else "another's"
    if page is None or told == "another's":
        abort(404, "There is no such piece of work, or it ended long ago.")
    return page, told == "yours"


def _onward(page: JobPage) -> dict[str, str]:
    """Name where the reader goes next: at once through htmx, else by a refresh without script."""
    if page.state != "done" or not page.target_url:
        return {}
    if wanted_kind("progress") == "part":
        return {"HX-Redirect": page.target_url}
    return {"Refresh": f"0; url={page.target_url}"} if page.just_finished else {}


@bp.post("/<uuid:run_id>/retry")
@asks_for_work
@limited
def try_again(run_id: uuid.UUID) -> Response:
    """Start a piece of work over that did not succeed."""
    _seen(run_id)
    standing = ask_again(run_id)
    db.session.commit()
    return redirect(url_for("jobs.job", run_id=standing or run_id), 303)
