"""The public page of how fresh the data is and whether its sources answer."""

from __future__ import annotations

from flask import Blueprint, Response

from webapp.admin.pages.status import TABLES, StatusPage, status_csv, status_page
from webapp.core.downloads import send_table
from webapp.core.pages import send
from webapp.core.twins import answers

bp = Blueprint("status", __name__)
SHORT = {"Cache-Control": "public, max-age=5"}


@bp.get("/status")
@bp.get("/status.json")
@answers(StatusPage)
def status() -> Response:
    """Show how things stand."""
    return send("admin/status.html", page=status_page(), part="status", headers=SHORT)


@bp.get(f"/status/<any({', '.join(TABLES)}):name>.csv")
def status_table(name: str) -> Response:
    """Answer with one table of it as CSV."""
    return send_table(status_csv(name), f"status-{name}")
