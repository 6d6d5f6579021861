"""The scheduler: sweeps the ledger every few seconds and asks for what comes around.

Any number may run at once. It does no work itself.
"""

from __future__ import annotations

import os
import signal
import threading
import time
from typing import TYPE_CHECKING

import structlog
from sqlalchemy.exc import SQLAlchemyError

from webapp.config import load_settings
from webapp.core.db import db
from webapp.core.logs import configure_logs
from webapp.core.plain import plain_app
from webapp.jobs.periodic import Periodic, start_periodic
from webapp.jobs.samples import take_sample
from webapp.jobs.sweep import forget_old, sweep
from worker.plans import HOUR
from worker.queues import PERIODIC

if TYPE_CHECKING:
    from flask import Flask

log = structlog.get_logger()

SWEEP_SECONDS = 2.0
SAMPLE_SECONDS = 60.0


def main() -> None:
    """Sweep until told to stop; a database that is away is waited for."""
    settings = load_settings(os.environ)
    configure_logs(settings.log_level)
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    tend(plain_app(settings), PERIODIC, stop)


def tend(app: Flask, table: tuple[Periodic, ...], stop: threading.Event) -> None:
    """Go round until stopped: sweep, ask for what has come around, now and then forget."""
    forget_at = time.monotonic() + HOUR
    sample_at = 0.0
    while not stop.is_set():
        with app.app_context():
            try:
                _round(table, forget=time.monotonic() >= forget_at)
                if time.monotonic() >= sample_at:
                    take_sample()
                    sample_at = time.monotonic() + SAMPLE_SECONDS
            except SQLAlchemyError as error:
                log.warning("sweep failed", error=type(error).__name__)
            finally:
                db.session.remove()
        if time.monotonic() >= forget_at:
            forget_at = time.monotonic() + HOUR
        stop.wait(SWEEP_SECONDS)


def _round(table: tuple[Periodic, ...], *, forget: bool) -> None:
    woken = sweep()
    asked = start_periodic(table)
    if woken or asked:
        log.info("swept", woken=woken, asked=asked)
    if forget:
        log.info("forgot old runs", count=forget_old([one.key for one in table]))
