"""The house's own jobs: what the object store holds, and taking away what nothing names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from webapp.core import stored
from webapp.core.audit import audit

if TYPE_CHECKING:
    from webapp.jobs import Run


def storage(run: Run) -> None:
    """Count what the object store holds, and find what nothing names.

    What never became an object is removed at once: no look shows it, so nobody would ask for it.
    """
    stored.clear_staged()
    looked = stored.look_at_store()
    run.finish(lambda: stored.keep_look(looked))


def removal(run: Run) -> None:
    """Remove objects nothing has named for a day."""
    gone, size = stored.remove_orphans()
    removed = {"objects": gone, "bytes": size}
    run.finish(lambda: audit(f"job:{run.id}", "remove orphans", "storage", None, removed))
