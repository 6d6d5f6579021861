"""What the chaos test starts and kills: a real worker or scheduler, with jobs made for trouble.

Run as `python -m tests.chaos.process worker|scheduler`. The jobs leave traces in two tables:
`chaos_try` as each begins, in a transaction of its own, and `chaos_effect` as it ends.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from sqlalchemy import text

from webapp.core.db import db
from worker import limits, main, schedule
from worker.queues import KINDS, SECONDS

if TYPE_CHECKING:
    from webapp.jobs import Run

TIMEOUT_SECONDS = 2


def good(run: Run) -> None:
    """Work for a moment, then leave one effect."""
    _begun(run)
    run.step(1, "Working")
    time.sleep(run.args["seconds"])
    run.finish(lambda: _effect(run))


def raises(run: Run) -> None:
    """Break, with half an effect written."""
    _begun(run)
    _effect(run)
    raise ValueError(run.args)


def exits(run: Run) -> None:
    """End the process without a word, as running out of memory would."""
    _begun(run)
    os.kill(os.getpid(), signal.SIGKILL)


def hangs(run: Run) -> None:
    """Never end."""
    _begun(run)
    threading.Event().wait()


def swallows(run: Run) -> None:
    """Never end, and swallow whatever tries to stop it."""
    _begun(run)
    while True:
        with suppress(BaseException):  # the worst a job can do
            time.sleep(60)


def _begun(run: Run) -> None:
    with db.engine.begin() as connection:
        connection.execute(
            text("INSERT INTO chaos_try (run, pid, worker) VALUES (:run, :pid, :worker)"),
            {"run": run.id, "pid": os.getpid(), "worker": os.getppid()},
        )


def _effect(run: Run) -> None:
    db.session.execute(text("INSERT INTO chaos_effect (run) VALUES (:run)"), {"run": run.id})


JOBS = {"chaos." + job.__name__: job for job in (good, raises, exits, hangs, swallows)}

if __name__ == "__main__":
    KINDS.clear()
    KINDS.update(JOBS)
    SECONDS.update(dict.fromkeys(JOBS, TIMEOUT_SECONDS))
    main.import_all = lambda: None
    limits.GRACE_SECONDS = 1.0
    schedule.PERIODIC = ()
    {"worker": main.main, "scheduler": schedule.main}[sys.argv[1]]()
