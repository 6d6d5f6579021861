"""One worker process: makes the app once, then does jobs in forked copies of itself.

The parent never uses the database nor polars: a fork of either hangs or breaks.
"""

from __future__ import annotations

import os
import threading
import time
import uuid
from functools import cache
from typing import TYPE_CHECKING

import structlog
from redis.exceptions import RedisError

from webapp.app import create_app
from webapp.config import load_settings
from webapp.core.db import db
from webapp.core.logs import configure_logs
from webapp.core.memory import uncollected
from webapp.jobs import QUEUES, perform
from webapp.jobs.ledger import state_of
from worker.limits import limit_time
from worker.queues import DEFAULT_SECONDS, KINDS, SECONDS, import_all
from worker.rq_worker import AppWorker, make_worker

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from flask import Flask

    from webapp.jobs.records import Claim

log = structlog.get_logger()

PAUSE_SECONDS = 1.0


def main(queues: Sequence[str] = QUEUES) -> None:
    """Do jobs until told to stop; a Valkey that is away is waited for."""
    settings = load_settings(os.environ)
    configure_logs(settings.log_level)
    with uncollected():
        the_app()
        import_all()
    work(lambda: make_worker(settings.redis_url, queues))


@cache
def the_app() -> Flask:
    """Give this process's app, made on first use."""
    return create_app(load_settings(os.environ))


def work(make: Callable[[], AppWorker]) -> None:
    """Run workers one after another until one ends because it was told to."""
    while True:
        try:
            worker = make()
            worker.work(logging_level="WARNING")
            if worker.told_to_stop:
                return
        except RedisError as error:
            log.warning("queue away", error=type(error).__name__)
        time.sleep(PAUSE_SECONDS)


def run(run_id: str) -> None:
    """Do one run: what RQ calls, by name, in the forked process of a job."""
    app = the_app()
    with app.app_context():
        db.engine.dispose(close=False)
        perform(uuid.UUID(run_id), KINDS, begin=_limit)


def _limit(mine: Claim) -> None:
    limit_time(SECONDS.get(mine.kind, DEFAULT_SECONDS))


def run_here(run_id: uuid.UUID, *, patience_s: float = 600.0) -> str:
    """Do a run in this very process, or wait for whoever has it; gives the state it came to.

    For the command line, inside an app context. A run that waits for another server is
    not waited for. Raises TimeoutError when the patience runs out.
    """
    deadline = time.monotonic() + patience_s
    while time.monotonic() < deadline:
        perform(run_id, KINDS)
        db.session.rollback()
        state = state_of(run_id)
        if state not in {"queued", "running"}:
            return state
        threading.Event().wait(0.1)
    raise TimeoutError(f"Run {run_id} was not done in {patience_s:.0f} s.")
