"""Who changed what."""

from __future__ import annotations

from flask import Response

from webapp.accounts.current import needs_role
from webapp.admin.pages.audit import audit_page
from webapp.admin.routes.frame import bp, read_address, show


@bp.get("/admin/audit")
@bp.get("/admin/audit.json")
@needs_role("admin")
def audit() -> Response:
    """Show changes."""
    return show("admin/audit.html", read_address(audit_page), "changes")
