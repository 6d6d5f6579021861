"""The address of how things are computed."""

from __future__ import annotations

from flask import Response

from webapp.core.pages import send
from webapp.core.twins import answers
from webapp.deadlock.domain.terms import GROUPS
from webapp.deadlock.routes import bp
from webapp.matchroom.method import MethodPage


@bp.get("/method")
@bp.get("/method.json")
@answers(MethodPage)
def method() -> Response:
    """Show how every figure is worked out."""
    return send("deadlock/method.html", page=MethodPage(GROUPS))
