"""The broom: finds runs nobody is working on and wakes a worker for them again.

Several sweepers may run at once; a lock in Postgres lets one work at a time. What
is swept is decided by the ledger alone, so a Valkey that lost everything costs seconds.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, and_, delete, func, or_, select, text, union_all, update
from sqlalchemy.dialects.postgresql import insert

from webapp.core.db import db
from webapp.jobs.aside import in_quarantine
from webapp.jobs.asking import BULK, INTERACTIVE
from webapp.jobs.ledger import now, seconds
from webapp.jobs.models import FINAL, MAX_ATTEMPTS, JobHeartbeat, JobRun
from webapp.jobs.pauses import unpaused
from webapp.jobs.push import push, waiting_tickets
from webapp.jobs.records import Due

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

SWEEPER = "sweeper"
LOCK = 0x6775696C
KEPT_DAYS = 30
AT_ONCE = 500
GRACE_SECONDS = 1.0
GAVE_UP = "It was started five times and its worker stopped each time."


def sweep() -> int:
    """Put the ledger in order and wake workers for what is due; gives the calls placed."""
    due = _alone(_tidy) or []
    db.session.remove()
    return sum(push(_not_waiting(q, list(d))) for q, d in groupby(due, lambda one: one.queue))


def _alone(work: Callable[[Connection], Any]) -> Any:
    """Do work while no other sweeper does; None when one does. Raises what the work raises."""
    with db.engine.begin() as connection:
        if not connection.scalar(select(func.pg_try_advisory_xact_lock(LOCK))):
            return None
        return work(connection)


def _tidy(connection: Connection) -> list[Due]:
    beat(connection)
    connection.execute(_bury())
    connection.execute(_wake_waiting())
    return [Due(*row) for row in connection.execute(_due())]


def beat(connection: Connection) -> None:
    """Say that the sweeper lives."""
    new = insert(JobHeartbeat).values(name=SWEEPER, beat_at=now())
    connection.execute(
        new.on_conflict_do_update(index_elements=["name"], set_={"beat_at": new.excluded.beat_at})
    )


def _silent() -> Any:
    return and_(JobRun.state == "running", JobRun.lease_until < now())


def _bury() -> Any:
    """Give up runs whose last try ended without a word."""
    return (
        update(JobRun)
        .where(_silent(), JobRun.attempt >= MAX_ATTEMPTS)
        .values(state="dead", finished_at=now(), lease_until=None, sentence=GAVE_UP)
    )


def _wake_waiting() -> Any:
    return (
        update(JobRun)
        .where(JobRun.state == "waiting", JobRun.run_at <= now())
        .values(state="queued", waiting_reason=None)
    )


def _due() -> Any:
    """Find what should be at work: queued and due, or silent; of no kind that is stopped.

    The oldest of each queue, so that none starves behind another's backlog.
    """
    queued = and_(JobRun.state == "queued", JobRun.run_at < now() - seconds(GRACE_SECONDS))
    found = select(JobRun.id, JobRun.queue, JobRun.fence, JobRun.run_at)
    wanted = found.where(or_(queued, _silent()), unpaused())
    each = [
        wanted.where(JobRun.queue == queue).order_by(JobRun.run_at).limit(AT_ONCE).subquery()
        for queue in (INTERACTIVE, BULK)
    ]
    first = union_all(*map(select, each)).subquery()
    return select(first.c.id, first.c.queue, first.c.fence).order_by(first.c.queue, first.c.run_at)


def _not_waiting(queue: str, due: Sequence[Due]) -> list[Due]:
    """Leave out those whose call still lies on the queue: a long queue is no lost one."""
    waiting = waiting_tickets(queue)
    return [] if waiting is None else [one for one in due if one.ticket not in waiting]


def forget_old(periodic: Collection[str]) -> int:
    """Drop runs that ended a month ago; of keys that come around, the last stays to be read.

    What failed stays too while something in quarantine may be read again by it.
    """
    other = JobRun.__table__.alias("other")
    newer = select(other.c.id).where(
        other.c.key == JobRun.key, other.c.created_at > JobRun.created_at
    )
    old = delete(JobRun).where(
        JobRun.state.in_(FINAL),
        JobRun.finished_at < now() - text(f"interval '{KEPT_DAYS} days'"),
        or_(JobRun.key.not_in(periodic), newer.exists()),
        or_(JobRun.state == "done", ~in_quarantine()),
    )
    with db.engine.begin() as connection:
        return connection.execute(old).rowcount


def forget_runs(keys: Collection[str]) -> None:
    """Drop every run of some keys, whatever it is at, in the caller's transaction."""
    db.session.execute(delete(JobRun).where(JobRun.key.in_(keys)))


def sweeper_age_s() -> float | None:
    """Say how long ago the sweeper last gave a sign of life; None when it never did."""
    age = func.extract("epoch", now() - JobHeartbeat.beat_at)
    found = db.session.scalar(select(age).where(JobHeartbeat.name == SWEEPER))
    return None if found is None else float(found)
