"""Payloads nobody could read: all, one, as it came, read again, settled."""

from __future__ import annotations

from flask import Response, abort
from werkzeug.wrappers import Response as Answer

from webapp.accounts.current import needs_proof, needs_role
from webapp.admin.actions import quarantine as actions
from webapp.admin.pages.quarantine import note_page, quarantine_page, raw_body
from webapp.admin.routes.frame import back_to, bp, given_text, read_address, show
from webapp.core.pages import PRIVATE
from webapp.core.recorded import load_note

NOBODY = "There is no such payload."


@bp.get("/admin/quarantine")
@bp.get("/admin/quarantine.json")
@needs_role("admin")
def quarantine() -> Response:
    """Show what lies in quarantine."""
    return show("admin/quarantine.html", read_address(quarantine_page), "notes")


@bp.get("/admin/quarantine/<int:note_id>")
@bp.get("/admin/quarantine/<int:note_id>.json")
@needs_role("admin")
def quarantined(note_id: int) -> Response:
    """Show one payload beside what was expected."""
    page = (note_page(note_id) if note_id < 1 << 63 else None) or abort(404, NOBODY)
    return show("admin/note.html", page, "note")


@bp.get("/admin/quarantine/<int:note_id>/raw")
@needs_role("admin")
def raw(note_id: int) -> Response:
    """Hand over a payload as it came: to be kept, never to be shown by a browser."""
    note = load_note(note_id) if note_id < 1 << 63 else None
    body = raw_body(note) if note else None
    if note is None or body is None:
        abort(404, "The body of this payload is not here (any more).")
    answer = Response(body, mimetype="application/octet-stream")
    answer.headers["Content-Disposition"] = f'attachment; filename="quarantine-{note_id}.bin"'
    answer.headers["Cache-Control"] = PRIVATE
    return answer


@bp.post("/admin/quarantine/<int:note_id>/rerun")
@needs_role("admin")
@needs_proof
def rerun(note_id: int) -> Answer:
    """Have a payload read again."""
    return back_to(f"/admin/jobs/{actions.rerun(note_id)}")


@bp.post("/admin/quarantine/rerun")
@needs_role("admin")
@needs_proof
def rerun_kind() -> Answer:
    """Have every payload of a kind read again."""
    kind = given_text("kind")
    actions.rerun_kind(kind)
    return back_to(f"/admin/jobs?state=queued&q={kind.partition('.')[0]}")


@bp.post("/admin/quarantine/<int:note_id>/settlement")
@needs_role("admin")
@needs_proof
def settle(note_id: int) -> Answer:
    """Call a payload settled."""
    actions.settle(note_id)
    return back_to("/admin/quarantine")
