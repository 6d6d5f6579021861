"""The address of how things are computed."""

from __future__ import annotations

from flask import Response

from webapp.core.pages import send
from webapp.lol.pages.method import method_page
from webapp.lol.routes import bp


@bp.get("/method")
@bp.get("/method.json")
def method() -> Response:
    """Show how every figure is worked out."""
    return send("lol/method.html", page=method_page())
