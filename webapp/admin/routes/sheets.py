"""The tables of protected pages as files."""

from __future__ import annotations

import uuid

from flask import Response, abort

from webapp.accounts.current import needs_role
from webapp.admin.pages.sheets import SHEETS, sheet
from webapp.admin.pages.sheets_of_one import (
    PERSON,
    UPSTREAM,
    calls_sheet,
    differences_sheet,
    person_sheet,
    upstream_sheet,
)
from webapp.admin.routes.frame import bp, read_address
from webapp.core.downloads import send_private_table

LARGEST = (1 << 63) - 1
NOTHING = "There is no such table."


@bp.get(f"/admin/<any({', '.join(SHEETS)}):name>.csv")
@needs_role("admin")
def table(name: str) -> Response:
    """Give a table as CSV, as its page would be filtered."""
    return send_private_table(read_address(lambda given: sheet(name, given)), name)


@bp.get(f"/admin/people/<int(max={LARGEST}):account_id>/<any({', '.join(PERSON)}):name>.csv")
@needs_role("admin")
def person_table(account_id: int, name: str) -> Response:
    """Give what somebody is known as, or where they are signed in."""
    return _sent(person_sheet(account_id, name), f"person-{account_id}-{name}")


@bp.get(f"/admin/upstreams/<family>/<any({', '.join(UPSTREAM)}):name>.csv")
@needs_role("admin")
def upstream_table(family: str, name: str) -> Response:
    """Give the parts, windows or last replies of an upstream."""
    return _sent(upstream_sheet(family, name), f"upstream-{name}")


@bp.get("/admin/jobs/<uuid:run_id>/calls.csv")
@needs_role("admin")
def job_calls(run_id: uuid.UUID) -> Response:
    """Give the calls made for a run's request."""
    return _sent(calls_sheet(run_id), f"calls-{run_id}")


@bp.get(f"/admin/quarantine/<int(max={LARGEST}):note_id>/differences.csv")
@needs_role("admin")
def differences(note_id: int) -> Response:
    """Give where a payload is not what was expected."""
    return _sent(differences_sheet(note_id), f"differences-{note_id}")


def _sent(body: str | None, name: str) -> Response:
    return send_private_table(abort(404, NOTHING) if body is None else body, name)
