"""A look at the whole store, and the removal of what nothing names: asked for, done by jobs."""

from __future__ import annotations

import uuid

from webapp.admin.changes import keep_change, refuse
from webapp.core.stored import count_orphans, folders
from webapp.jobs import BULK, enqueue, live_run

PAGE = "/admin/storage"
COUNT = "house.storage"


def look() -> uuid.UUID:
    """Ask for everything stored to be counted."""
    before = _standing(live_run(COUNT))
    run_id = _ask(COUNT, "Counting what is stored")
    keep_change("count storage", "storage", before, _standing(run_id))
    return run_id


def remove() -> uuid.UUID:
    """Ask for the removal of what nothing has named for a day; each is looked at once more."""
    count, size, removable = count_orphans()
    if not removable:
        refuse("Nothing has been without a name for a day.")
    run_id = _ask("house.removal", "Removing what nothing names")
    before = {"unnamed": count, "bytes": size, "removable": removable}
    keep_change("ask for removal", "storage", before, {"run": str(run_id)})
    return run_id


def _standing(run_id: uuid.UUID | None) -> dict[str, str | None]:
    """Say when everything was counted last, and which run counts it now."""
    counted = max((one.counted_at for one in folders()), default=None)
    return {
        "counted_at": counted.isoformat(timespec="seconds") if counted else None,
        "run": str(run_id) if run_id else None,
    }


def _ask(kind: str, title: str) -> uuid.UUID:
    return enqueue(kind, key=kind, args={}, target_url=PAGE, steps=(), title=title, queue=BULK)
