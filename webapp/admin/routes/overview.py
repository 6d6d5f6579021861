"""What needs attention now."""

from __future__ import annotations

from flask import Response

from webapp.accounts.current import needs_role
from webapp.admin.pages.overview import overview_page
from webapp.admin.routes.frame import bp, show


@bp.get("/admin")
@bp.get("/admin.json")
@needs_role("admin")
def overview() -> Response:
    """Show what to see to."""
    return show("admin/overview.html", overview_page(), "needs")
