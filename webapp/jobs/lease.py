"""Holds a claim while its work is done: a thread in the job itself renews the lease.

So a job whose worker was killed, but which lives on, is not started a second time.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Self

import structlog
from flask import Flask, current_app
from sqlalchemy.exc import DBAPIError

from webapp.jobs import ledger

if TYPE_CHECKING:
    from types import TracebackType

    from webapp.jobs.records import Claim

log = structlog.get_logger()

RENEW_SECONDS = 2.0
AGAIN_SECONDS = 0.5


class Keeper:
    """Renews one claim until stopped, or until somebody else holds the run."""

    def __init__(self, mine: Claim) -> None:
        self._claim = mine
        self._app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001 - the documented way
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._keep, name="lease", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """Let the lease run from here on; a renewal under way is waited for."""
        self._stopped.set()
        self._thread.join()

    def _keep(self) -> None:
        pause = RENEW_SECONDS
        with self._app.app_context():
            while not self._stopped.wait(pause):
                try:
                    if not ledger.renew(self._claim):
                        return
                    pause = RENEW_SECONDS
                except DBAPIError as error:
                    log.warning("lease not renewed", error=type(error).__name__)
                    pause = AGAIN_SECONDS
