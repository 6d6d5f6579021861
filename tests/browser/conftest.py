"""A whole house for a real browser: pages, a worker, and the stand-in archive behind it."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Page
from sqlalchemy import select

from tests.archive import Archive
from tests.browser.openness import MISSING
from tests.served import serving
from webapp.core.db import db
from webapp.jobs import perform
from webapp.jobs.models import JobRun
from worker.queues import KINDS


@pytest.fixture
def house(app: Flask, archive: Archive) -> Iterator[str]:
    """Serve the app and do its work, each in a thread; gives the address."""
    assert archive
    over = threading.Event()
    worker = threading.Thread(target=_work, args=(app, over))
    worker.start()
    try:
        with serving(app) as address:
            yield address
    finally:
        over.set()
        worker.join()


def _work(app: Flask, over: threading.Event) -> None:
    while not over.wait(0.1):
        with app.app_context():
            due = db.session.scalars(select(JobRun.id).where(JobRun.state == "queued")).all()
            db.session.rollback()
            for run_id in due:
                perform(run_id, KINDS)
            db.session.remove()


@pytest.fixture
def complaints(page: Page) -> Iterator[list[str]]:
    """Gather what the browser complains of, the policy's refusals among it; none is wanted."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    yield said
    assert [text for text in said if MISSING not in text] == []
