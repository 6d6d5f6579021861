"""Sets brought anew, and older versions put back in use."""

from __future__ import annotations

import uuid

from webapp.admin.backstage import refresh_key
from webapp.admin.changes import keep_change, refuse
from webapp.core.datasets import current_dataset
from webapp.core.recorded import choose_version
from webapp.jobs import live_run
from webapp.jobs.asking import ask_like_last


def refresh(name: str) -> uuid.UUID:
    """Ask for a set to be brought anew; gives the run that does."""
    key = refresh_key(name)
    before = _standing(name, live_run(key))
    run_id = ask_like_last(key) if key else None
    if run_id is None:
        refuse("Nothing brings this set by itself, or it never did so here.")
    keep_change("refresh dataset", f"dataset:{name}", before, _standing(name, run_id))
    return run_id


def choose(name: str, version: str) -> None:
    """Put a kept version in use; the next refresh may put another in its place."""
    changed = choose_version(name, version)
    if changed is None:
        refuse("This set has no such version, or it is in use already.")
    before, after = changed
    keep_change("choose version", f"dataset:{name}", {"version": before}, {"version": after})


def _standing(name: str, run_id: uuid.UUID | None) -> dict[str, str | None]:
    """Say which version is in use, and which run brings the set anew."""
    current = current_dataset(name)
    return {
        "version": current.version if current else None,
        "run": str(run_id) if run_id else None,
    }
