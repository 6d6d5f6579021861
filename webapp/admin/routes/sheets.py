"""The tables of protected pages as files."""

from __future__ import annotations

from flask import Response

from webapp.accounts.current import needs_role
from webapp.admin.pages.sheets import SHEETS, sheet
from webapp.admin.routes.frame import bp, read_address
from webapp.core.pages import PRIVATE


@bp.get(f"/admin/<any({', '.join(SHEETS)}):name>.csv")
@needs_role("admin")
def table(name: str) -> Response:
    """Give a table as CSV, as its page would be filtered."""
    body = read_address(lambda given: sheet(name, given)).encode()
    answer = Response(body, content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    answer.headers["Cache-Control"] = PRIVATE
    return answer
