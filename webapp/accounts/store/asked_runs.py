"""What one account asked for, page by page, and whether anybody else waits for it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, literal, select, tuple_

from webapp.accounts.models import JobAsker
from webapp.core.db import db
from webapp.jobs.models import JobRun


@dataclass(frozen=True, slots=True)
class AskedLine:
    """One run somebody asked for."""

    id: uuid.UUID
    kind: str
    title: str
    state: str
    sentence: str
    target_url: str
    asked_at: datetime
    finished_at: datetime | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page of a list ended."""

    asked_at: datetime
    run_id: uuid.UUID


def load_asked(account_id: int, limit: int, before: Place | None) -> list[AskedLine]:
    """Give what somebody asked for before a place, the newest first."""
    own = (JobRun.id, JobRun.kind, JobRun.title, JobRun.state, JobRun.sentence, JobRun.target_url)
    query = (
        select(*own, JobAsker.asked_at, JobRun.finished_at)
        .join(JobRun, JobRun.id == JobAsker.run_id)
        .where(JobAsker.account_id == account_id)
    )
    if before:
        place = tuple_(literal(before.asked_at), literal(before.run_id))
        query = query.where(tuple_(JobAsker.asked_at, JobAsker.run_id) < place)
    newest = query.order_by(JobAsker.asked_at.desc(), JobAsker.run_id.desc()).limit(limit)
    return [AskedLine(*row) for row in db.session.execute(newest)]


def waits(account_id: int, run_id: uuid.UUID) -> bool:
    """Say whether somebody asked for a run."""
    mine = JobAsker.account_id == account_id
    return (
        db.session.scalar(select(JobAsker.run_id).where(JobAsker.run_id == run_id, mine))
        is not None
    )


def count_waiting(run_id: uuid.UUID) -> int:
    """Count the accounts that asked for a run."""
    return db.session.scalar(select(func.count()).where(JobAsker.run_id == run_id)) or 0
