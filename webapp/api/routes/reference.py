"""The addresses of the reference, for people: everything there is, and one operation."""

from __future__ import annotations

from typing import Final

from flask import Blueprint, Response, abort, request

from webapp.api.reference.pages import operation_page, reference_page
from webapp.core.pages import send

pages_bp: Final = Blueprint("reference", __name__, url_prefix="/api")


@pages_bp.get("")
def reference() -> Response:
    """Show every operation, or those some words are in."""
    return send("api/reference.html", page=reference_page(request.args.get("q", "")))


@pages_bp.get("/operations/<string(maxlength=80):operation_id>")
def operation(operation_id: str) -> Response:
    """Show one operation: what it takes, what it answers, how it is called."""
    page = operation_page(operation_id) or abort(404, "The API has no such operation.")
    return send("api/operation.html", page=page)
