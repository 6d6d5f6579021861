"""Numbers about the ledger: who is ahead of whom, how long work takes, what waits.

Reads only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, or_, select

from webapp.core.db import db
from webapp.jobs.ledger import now
from webapp.jobs.models import LIVE, JobRun

if TYPE_CHECKING:
    from collections.abc import Mapping

SAMPLE = 200


@dataclass(frozen=True, slots=True)
class Usual:
    """How long work of a kind takes once begun: the median, and of how many."""

    seconds: float | None
    n: int


@dataclass(frozen=True, slots=True)
class Place:
    """How many queued runs stand before and behind one in its queue, and how many are at work."""

    ahead: int
    behind: int
    at_work: int


@dataclass(frozen=True, slots=True)
class JobMetrics:
    """The state of the ledger, for monitoring. Depth and age are of what is due, by queue."""

    depth: Mapping[str, int]
    oldest_age_s: Mapping[str, float]
    outcomes: Mapping[tuple[str, str], int]
    silent: int


def usual_time(kind: str) -> Usual:
    """Measure the last two hundred finished runs of a kind."""
    took = func.extract("epoch", JobRun.finished_at - JobRun.started_at).label("took")
    last = (
        select(took)
        .where(JobRun.kind == kind, JobRun.state == "done")
        .order_by(JobRun.finished_at.desc())
        .limit(SAMPLE)
        .subquery()
    )
    median = func.percentile_cont(0.5).within_group(last.c.took)
    found, n = db.session.execute(select(median, func.count()).select_from(last)).one()
    return Usual(None if found is None else float(found), n)


def place_in_queue(run: JobRun) -> Place:
    """Count who stands before and behind a queued run."""
    queued = and_(JobRun.state == "queued", JobRun.id != run.id)
    same = and_(JobRun.run_at == run.run_at, JobRun.id < run.id)
    before = or_(JobRun.run_at < run.run_at, same)
    ahead, behind, at_work = db.session.execute(
        select(
            func.count().filter(queued, before),
            func.count().filter(queued, ~before),
            func.count().filter(JobRun.state == "running", JobRun.id != run.id),
        ).where(JobRun.queue == run.queue, JobRun.state.in_(LIVE))
    ).one()
    return Place(ahead if run.state == "queued" else 0, behind, at_work)


def metrics() -> JobMetrics:
    """Take the figures `/metrics` shows."""
    due = and_(JobRun.state == "queued", JobRun.run_at <= now())
    age = func.extract("epoch", now() - func.min(JobRun.run_at))
    by_queue = db.session.execute(
        select(JobRun.queue, func.count(), age).where(due).group_by(JobRun.queue)
    ).all()
    return JobMetrics(
        depth={queue: count for queue, count, _ in by_queue},
        oldest_age_s={queue: float(oldest) for queue, _, oldest in by_queue},
        outcomes=_outcomes(),
        silent=silent_runs(),
    )


def _outcomes() -> dict[tuple[str, str], int]:
    counted = select(JobRun.kind, JobRun.state, func.count()).group_by(JobRun.kind, JobRun.state)
    return {(kind, state): count for kind, state, count in db.session.execute(counted)}


def silent_runs() -> int:
    """Count runs whose worker stopped giving signs of life and was not yet replaced."""
    silent: Any = and_(JobRun.state == "running", JobRun.lease_until < now())
    return db.session.scalar(select(func.count()).where(silent)) or 0
