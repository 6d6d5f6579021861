"""What is stored: counted, and what nothing names removed."""

from __future__ import annotations

from flask import Response
from werkzeug.wrappers import Response as Answer

from webapp.accounts.current import needs_proof, needs_role
from webapp.admin.actions import storage as actions
from webapp.admin.pages.storage import storage_page
from webapp.admin.routes.frame import back_to, bp, show


@bp.get("/admin/storage")
@bp.get("/admin/storage.json")
@needs_role("admin")
def storage() -> Response:
    """Show what is stored."""
    return show("admin/storage.html", storage_page(), "stored")


@bp.post("/admin/storage/count")
@needs_role("admin")
@needs_proof
def count_storage() -> Answer:
    """Ask for everything to be counted."""
    return back_to(f"/admin/jobs/{actions.look()}")


@bp.post("/admin/storage/removal")
@needs_role("admin")
@needs_proof
def remove_orphans() -> Answer:
    """Ask for the removal of what nothing names."""
    return back_to(f"/admin/jobs/{actions.remove()}")
