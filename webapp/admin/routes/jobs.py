"""Runs: many, one, started over, called off; kinds of work stopped and let go."""

from __future__ import annotations

import uuid

from flask import Response, abort
from werkzeug.wrappers import Response as Answer

from webapp.accounts.current import needs_proof, needs_role
from webapp.admin.actions import jobs as actions
from webapp.admin.pages.jobs import PATH, jobs_page, read_asked
from webapp.admin.pages.run import run_page
from webapp.admin.routes.frame import back_to, bp, given_text, read_address, show


@bp.get("/admin/jobs")
@bp.get("/admin/jobs.json")
@needs_role("admin")
def jobs() -> Response:
    """Show the ledger."""
    page = read_address(lambda given: jobs_page(read_asked(given)))
    return show("admin/jobs.html", page, "runs")


@bp.get("/admin/jobs/<uuid:run_id>")
@bp.get("/admin/jobs/<uuid:run_id>.json")
@needs_role("admin")
def job(run_id: uuid.UUID) -> Response:
    """Show one run."""
    page = run_page(run_id) or abort(404, "There is no such run, or it ended long ago.")
    return show("admin/run.html", page, "run")


@bp.post("/admin/jobs/<uuid:run_id>/retry")
@needs_role("admin")
@needs_proof
def retry_job(run_id: uuid.UUID) -> Answer:
    """Start a run over."""
    return back_to(f"{PATH}/{actions.retry_run(run_id)}")


@bp.post("/admin/jobs/<uuid:run_id>/cancellation")
@needs_role("admin")
@needs_proof
def cancel_job(run_id: uuid.UUID) -> Answer:
    """Call a run off."""
    actions.cancel_run(run_id)
    return back_to(f"{PATH}/{run_id}")


@bp.post("/admin/jobs/requeue")
@needs_role("admin")
@needs_proof
def requeue_jobs() -> Answer:
    """Start dead runs over, of one kind or of all."""
    actions.requeue_dead(given_text("kind"))
    return back_to(f"{PATH}?state=queued")


@bp.post("/admin/jobs/pause")
@needs_role("admin")
@needs_proof
def pause_kind() -> Answer:
    """Stop a kind of work."""
    actions.pause_kind(given_text("kind"))
    return back_to(f"{PATH}#pauses")


@bp.post("/admin/jobs/release")
@needs_role("admin")
@needs_proof
def release_kind() -> Answer:
    """Let a kind of work go on."""
    actions.release_kind(given_text("kind"))
    return back_to(f"{PATH}#pauses")
