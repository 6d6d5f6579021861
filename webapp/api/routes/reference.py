"""The addresses of the reference, for people: everything there is, and one operation."""

from __future__ import annotations

from typing import Final

from flask import Blueprint, Response, abort, request

from webapp.api.reference.pages import operation_page, reference_page
from webapp.api.reference.sheets import SHEETS, operation_csv, operations_csv, problems_csv
from webapp.core.downloads import send_table
from webapp.core.pages import send

pages_bp: Final = Blueprint("reference", __name__, url_prefix="/api")
NONE: Final = "The API has no such operation."


@pages_bp.get("")
def reference() -> Response:
    """Show every operation, or those some words are in."""
    return send("api/reference.html", page=reference_page(request.args.get("q", "")))


@pages_bp.get("/operations/<string(maxlength=80):operation_id>")
def operation(operation_id: str) -> Response:
    """Show one operation: what it takes, what it answers, how it is called."""
    page = operation_page(operation_id) or abort(404, NONE)
    return send("api/operation.html", page=page)


@pages_bp.get("/operations.csv")
def operations_table() -> Response:
    """Give the list as CSV, narrowed as the page is."""
    return send_table(operations_csv(request.args.get("q", "")), "api-operations")


@pages_bp.get("/problems.csv")
def problems_table() -> Response:
    """Give the ways a request may fail as CSV."""
    return send_table(problems_csv(), "api-problems")


@pages_bp.get(
    f"/operations/<string(maxlength=80):operation_id>/<any({', '.join(SHEETS)}):name>.csv"
)
def operation_table(operation_id: str, name: str) -> Response:
    """Give one table of an operation as CSV."""
    table = operation_csv(operation_id, name)
    return abort(404, NONE) if table is None else send_table(table, f"api-{operation_id}-{name}")
