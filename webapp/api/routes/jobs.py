"""Background work through the API: what I asked for, and calling it off.

One run, asking for work and trying again are twins of the pages' own addresses.
"""

from __future__ import annotations

import uuid
from typing import Final
from urllib.parse import urlencode

from flask import Response, abort, request

from webapp.accounts.actions.asked_runs import call_off
from webapp.accounts.bearer import needs_scope
from webapp.accounts.current import current_account
from webapp.accounts.domain.signed import Signed
from webapp.accounts.pages.asked_runs import AskedPage, asked_page
from webapp.api.routes import bp
from webapp.api.routes.answers import told
from webapp.api.said import Said, documented
from webapp.core.limits import limited
from webapp.core.paging import continued
from webapp.jobs.pages import JobPage, job_page

USUAL: Final = 20
MOST: Final = 100
WHY_NOT: Final = {
    "shared": "Somebody else waits for this as well, so it goes on.",
    "over": "This has ended already.",
}


@bp.get("/jobs")
@documented(Said(AskedPage, query=("limit", "cursor"), opens="jobs", problems=(400,)))
@needs_scope("jobs")
def my_jobs() -> Response:
    """List what you asked for, the newest first."""
    limit = _limit(request.args.get("limit", str(USUAL)))
    try:
        page = asked_page(_mine().id, limit, request.args.get("cursor", ""))
    except ValueError:
        abort(400, "This cursor is not one of ours. Take it from the list as it is.")
    next_url = f"?{urlencode({'limit': limit, 'cursor': page.cursor})}" if page.cursor else ""
    answer = told(page)
    answer.headers.update(continued(next_url))
    return answer


@bp.post("/jobs/<uuid:run_id>/cancellation")
@documented(Said(JobPage, opens="jobs", problems=(409,)))
@needs_scope("jobs")
@limited
def call_off_job(run_id: uuid.UUID) -> Response:
    """Call off a piece of work you asked for, while nobody else waits for it."""
    outcome = call_off(_mine().id, run_id)
    if outcome in WHY_NOT:
        abort(409, WHY_NOT[outcome])
    page = job_page(run_id) if outcome == "called off" else None
    return told(page or abort(404, "You asked for no such work."))


def _limit(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:6]) <= MOST):
        abort(400, f"limit is a number from 1 to {MOST}.")
    return int(text)


def _mine() -> Signed:
    return current_account() or abort(401)
