"""Shorthand for asking for work in tests, and for looking at what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from webapp.core.db import db
from webapp.jobs import enqueue
from webapp.jobs.models import JobRun

if TYPE_CHECKING:
    import uuid

STEPS = ("Fetch the match", "Read it", "Keep the tables")


def ask(key: str = "deadlock.match:7", kind: str = "test.match", **more: Any) -> uuid.UUID:
    """Ask for a piece of work and commit."""
    given = {"args": {"match_id": 7}, "target_url": "/there", "title": "Fetching match 7"}
    run_id = enqueue(kind, key=key, **{"steps": STEPS, **given, **more})
    db.session.commit()
    return run_id


def row(run_id: uuid.UUID) -> JobRun:
    """Read a run afresh."""
    db.session.rollback()
    db.session.expire_all()
    return db.session.get_one(JobRun, run_id)


def shift(run_id: uuid.UUID, column: str, seconds: float) -> None:
    """Move one of a run's times, as if the clock had."""
    db.session.execute(
        text(f"UPDATE job_run SET {column} = {column} + :by * interval '1 second' WHERE id = :id"),  # noqa: S608 - columns are named by tests
        {"by": seconds, "id": run_id},
    )
    db.session.commit()
