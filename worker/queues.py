"""Which kind of work is done by which function, for how long, and what comes around by itself.

The only place that knows all three. Functions are imported when first needed, or all at
once by a worker before it forks.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from webapp.jobs.periodic import Periodic

if TYPE_CHECKING:
    from collections.abc import Callable

    from webapp.jobs import Job, Run

HOUR = 3_600
DEFAULT_SECONDS = 120

NAMES = (
    "deadlock.match",
    "deadlock.upload",
    "deadlock.history",
    "deadlock.assets",
    "deadlock.analytics",
    "deadlock.chance",
    "deadlock.columns",
    "deadlock.benchmarks",
    "deadlock.builds",
    "deadlock.demo",
    "deadlock.demo_file",
    "deadlock.wording",
)

# Seconds of wall clock a run of this kind may take; the others get DEFAULT_SECONDS.
SECONDS: dict[str, int] = {
    "deadlock.assets": 600,
    "deadlock.analytics": 600,
    "deadlock.chance": 600,
    "deadlock.columns": 900,
    "deadlock.benchmarks": 600,
    "deadlock.demo": 1500,
    "deadlock.demo_file": 900,
}

PERIODIC: tuple[Periodic, ...] = (
    Periodic(
        kind="deadlock.assets",
        key="deadlock.assets",
        every_s=HOUR,
        title="Refreshing heroes, items and the map",
    ),
    Periodic(
        kind="deadlock.analytics",
        key="deadlock.analytics",
        every_s=24 * HOUR,
        title="Fetching the archive’s statistics of heroes",
    ),
    Periodic(
        kind="deadlock.chance",
        key="deadlock.chance",
        every_s=HOUR,
        title="Fitting the win chance anew",
    ),
    Periodic(
        kind="deadlock.columns",
        key="deadlock.columns",
        every_s=HOUR // 6,
        title="Gathering matches for questions across them",
    ),
    Periodic(
        kind="deadlock.benchmarks",
        key="deadlock.benchmarks",
        every_s=HOUR,
        title="Working out what is usual for each hero",
    ),
)


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
