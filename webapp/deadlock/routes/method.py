"""The address of how things are computed."""

from __future__ import annotations

from flask import Response

from webapp.core.pages import send
from webapp.deadlock.pages.method import method_page
from webapp.deadlock.routes import bp


@bp.get("/method")
@bp.get("/method.json")
def method() -> Response:
    """Show how every metric is worked out."""
    return send("deadlock/method.html", page=method_page())
