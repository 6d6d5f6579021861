"""Payloads read again after a fix, or settled without."""

from __future__ import annotations

import uuid
from typing import Any, Final

from flask import abort

from webapp.admin.changes import keep_change, refuse
from webapp.admin.pages.quarantine import reread_of, rerun_of, runs_for
from webapp.core.recorded import Note, load_note, open_notes, settle_note
from webapp.jobs import retry
from webapp.jobs.aside import runs_to_read_again
from webapp.jobs.asking import MOST_AT_ONCE
from webapp.jobs.ledger import state_of
from webapp.jobs.listing import RunLine

NAMED: Final = 20


def rerun(note_id: int) -> uuid.UUID:
    """Have a payload read again, from its kept body where that is an upstream's; gives the run."""
    note = load_note(note_id)
    if note is None:
        abort(404, "There is no such payload.")
    runs = runs_for(note)
    before = _standing(note, rerun_of(runs, note.kind))
    run_id = _rerun(note, runs)
    if run_id is None:
        refuse("No run can read this again: bring the file once more, or ask for its match.")
    keep_change("re-run body", f"quarantine:{note_id}", before, _standing(note, run_id))
    return run_id


def rerun_kind(kind: str) -> int:
    """Have payloads of a kind read again that some run can, as many as at once; gives how many."""
    unsettled = open_notes().get(kind, 0)
    found = runs_to_read_again(kind, MOST_AT_ONCE)
    runs = {again for note_id, run_id in found if (again := _retry(run_id, note_id))}
    if not runs:
        refuse("No run can read any of these again.")
    after = {"requeued": len(runs), "runs": [str(one) for one in sorted(runs)[:NAMED]]}
    keep_change("re-run bodies", f"kind:{kind}", {"unsettled": unsettled}, after)
    return len(runs)


def settle(note_id: int) -> None:
    """Call a payload settled; its body stays."""
    if not settle_note(note_id):
        refuse("This payload is settled already.")
    keep_change("settle body", f"quarantine:{note_id}", {"settled": False}, {"settled": True})


def _standing(note: Note, run_id: uuid.UUID | None) -> dict[str, Any]:
    """Say whether a payload is settled, and how the run stands that is to read it."""
    run = {"run": str(run_id), "state": state_of(run_id)} if run_id else {"run": None}
    return {"settled": note.released_at is not None, **run}


def _rerun(note: Note, runs: tuple[RunLine, ...]) -> uuid.UUID | None:
    if found := rerun_of(runs, note.kind):
        return _retry(found, note.id)
    ask = reread_of(note, runs)
    return ask() if ask else None


def _retry(run_id: uuid.UUID, note_id: int) -> uuid.UUID | None:
    return retry(run_id, once={"note": note_id})
