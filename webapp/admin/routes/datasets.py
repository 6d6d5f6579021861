"""Sets of names and numbers: all, brought anew, an older version in use."""

from __future__ import annotations

from flask import Response
from werkzeug.wrappers import Response as Answer

from webapp.accounts.current import needs_proof, needs_role
from webapp.admin.actions import datasets as actions
from webapp.admin.pages.datasets import datasets_page
from webapp.admin.routes.frame import back_to, bp, given_text, show


@bp.get("/admin/datasets")
@bp.get("/admin/datasets.json")
@needs_role("admin")
def datasets() -> Response:
    """Show every set."""
    return show("admin/datasets.html", datasets_page(), "sets")


@bp.post("/admin/datasets/refresh")
@needs_role("admin")
@needs_proof
def refresh_dataset() -> Answer:
    """Ask for a set to be brought anew."""
    return back_to(f"/admin/jobs/{actions.refresh(given_text('name'))}")


@bp.post("/admin/datasets/version")
@needs_role("admin")
@needs_proof
def choose_version() -> Answer:
    """Put a kept version in use."""
    actions.choose(given_text("name"), given_text("version"))
    return back_to("/admin/datasets")
