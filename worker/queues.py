"""Which kind of work is done by which function, for how long, and what comes around by itself.

Each game says so in its plan (`worker/plans`). Functions are imported when first needed, or all at
once by a worker before it forks.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from webapp.jobs.periodic import Periodic
from worker.plans import plans

if TYPE_CHECKING:
    from collections.abc import Callable

    from webapp.jobs import Job, Run

DEFAULT_SECONDS = 120

_PLANS = plans()
NAMES = tuple(name for plan in _PLANS for name in plan.names)
# Seconds of wall clock a run of this kind may take; the others get DEFAULT_SECONDS.
SECONDS: dict[str, int] = {kind: s for plan in _PLANS for kind, s in plan.seconds.items()}
PERIODIC: tuple[Periodic, ...] = tuple(one for plan in _PLANS for one in plan.periodic)


def _lazily(name: str) -> Job:
    """Make a job that finds its function, `worker.<context>.<name>`, when it is called."""
    module, _, function = name.partition(".")

    def job(run: Run) -> None:
        found: Callable[[Run], None] = getattr(import_module(f"worker.{module}"), function)
        found(run)

    return job


KINDS: dict[str, Job] = {name: _lazily(name) for name in NAMES}


def import_all() -> None:
    """Import what jobs need, so that a forked job has it at once. Imports only: uses nothing."""
    for module in sorted({name.partition(".")[0] for name in NAMES}):
        import_module(f"worker.{module}")
