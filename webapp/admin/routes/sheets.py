"""The tables of protected pages as files."""

from __future__ import annotations

from flask import Response

from webapp.accounts.current import needs_role
from webapp.admin.pages.sheets import SHEETS, sheet
from webapp.admin.routes.frame import bp, read_address
from webapp.core.downloads import send_private_table


@bp.get(f"/admin/<any({', '.join(SHEETS)}):name>.csv")
@needs_role("admin")
def table(name: str) -> Response:
    """Give a table as CSV, as its page would be filtered."""
    return send_private_table(read_address(lambda given: sheet(name, given)), name)
