"""Payloads read again after a fix, or settled without."""

from __future__ import annotations

import uuid
from typing import Final

from flask import abort

from webapp.admin.changes import keep_change, refuse
from webapp.admin.pages.quarantine import rerun_of, runs_for
from webapp.core.recorded import Note, list_notes, load_note, settle_note
from webapp.jobs import retry

NAMED: Final = 20


def rerun(note_id: int) -> uuid.UUID:
    """Have a payload read again, from its kept body where that is an upstream's; gives the run."""
    note = load_note(note_id)
    if note is None:
        abort(404, "There is no such payload.")
    run_id = _rerun(note)
    if run_id is None:
        refuse("No run can read this again: bring the file once more, or ask for its match.")
    keep_change("re-run body", f"quarantine:{note_id}", None, {"run": str(run_id)})
    return run_id


def rerun_kind(kind: str) -> int:
    """Have every payload of a kind read again that some run can; gives how many."""
    notes, _ = list_notes(kind, 0, settled=False)
    runs = {run_id for note in notes if (run_id := _rerun(note))}
    if not runs:
        refuse("No run can read any of these again.")
    after = {"requeued": len(runs), "runs": [str(one) for one in sorted(runs)[:NAMED]]}
    keep_change("re-run bodies", f"kind:{kind}", {"unsettled": len(notes)}, after)
    return len(runs)


def settle(note_id: int) -> None:
    """Call a payload settled; its body stays."""
    if not settle_note(note_id):
        refuse("This payload is settled already.")
    keep_change("settle body", f"quarantine:{note_id}", {"settled": False}, {"settled": True})


def _rerun(note: Note) -> uuid.UUID | None:
    found = rerun_of(runs_for(note), note.kind)
    return retry(found, once={"note": note.id}) if found else None
