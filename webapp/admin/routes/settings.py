"""The settings in force."""

from __future__ import annotations

from flask import Response

from webapp.accounts.current import needs_role
from webapp.admin.pages.settings import settings_page
from webapp.admin.routes.frame import bp, show


@bp.get("/admin/settings")
@bp.get("/admin/settings.json")
@needs_role("admin")
def settings() -> Response:
    """Show the settings in force."""
    return show("admin/settings.html", settings_page(), "settings")
