"""How the ledger fared over time: a sample each minute, and what ended when.

The scheduler takes the samples; everything else here only reads.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import and_, delete, func, select
from sqlalchemy.dialects.postgresql import insert

from webapp.core.db import db
from webapp.jobs.ledger import now
from webapp.jobs.models import LIVE, JobRun, JobSample
from webapp.jobs.pauses import unpaused

KEPT: Final = timedelta(days=8)


@dataclass(frozen=True, slots=True)
class Standing:
    """The ledger at one moment: due, at work, waiting, and the age of the oldest that is due."""

    at: datetime
    due: int
    running: int
    waiting: int
    oldest_age_s: float


@dataclass(frozen=True, slots=True)
class Ended:
    """How many runs came to an end in the span beginning at a moment."""

    at: datetime
    done: int
    lost: int


def standing() -> Standing:
    """Count what is due, at work and waiting now; stopped kinds are not due."""
    due = and_(JobRun.state == "queued", JobRun.run_at <= now(), unpaused())
    oldest = func.extract("epoch", now() - func.min(JobRun.run_at).filter(due))
    counts = select(
        now(),
        func.count().filter(due),
        func.count().filter(JobRun.state == "running"),
        func.count().filter(JobRun.state == "waiting"),
        func.coalesce(oldest, 0),
    ).where(JobRun.state.in_(LIVE))
    at, waiting_now, running, waiting, age = db.session.execute(counts).one()
    return Standing(at, waiting_now, running, waiting, float(age))


def take_sample() -> None:
    """Keep how the ledger stands, once a minute however many ask; forgets old samples. Commits."""
    here = standing()
    minute = here.at.replace(second=0, microsecond=0)
    sample = {
        "minute": minute,
        "due": here.due,
        "running": here.running,
        "waiting": here.waiting,
        "oldest_age_s": here.oldest_age_s,
    }
    made = insert(JobSample).values(**sample).on_conflict_do_nothing().returning(JobSample.minute)
    if db.session.scalar(made) is not None and minute.minute == 0:
        db.session.execute(delete(JobSample).where(JobSample.minute < minute - KEPT))
    db.session.commit()


def samples(since: datetime, step: timedelta) -> tuple[Standing, ...]:
    """Give the worst of the samples in each step since a moment, oldest first."""
    at = func.date_bin(step, JobSample.minute, since).label("at")
    rows = db.session.execute(
        select(
            at,
            func.max(JobSample.due),
            func.max(JobSample.running),
            func.max(JobSample.waiting),
            func.max(JobSample.oldest_age_s),
        )
        .where(JobSample.minute >= since)
        .group_by(at)
        .order_by(at)
    )
    return tuple(Standing(*row) for row in rows)


def ended(since: datetime, step: timedelta) -> tuple[Ended, ...]:
    """Count what came to an end in each step since a moment, oldest first; steps may be missing."""
    at = func.date_bin(step, JobRun.finished_at, since).label("at")
    rows = db.session.execute(
        select(
            at,
            func.count().filter(JobRun.state == "done"),
            func.count().filter(JobRun.state.in_(("failed", "dead"))),
        )
        .where(JobRun.finished_at >= since)
        .group_by(at)
        .order_by(at)
    )
    return tuple(Ended(*row) for row in rows)
