"""How work is asked for: enqueue, retry, cancel. Nobody else adds work to the ledger.

A row is written in its asker's transaction; workers are woken after the commit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import current_app
from sqlalchemy import Text, exists, literal, select, update
from sqlalchemy.dialects.postgresql import JSONB, distinct_on, insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import aliased

from webapp.core.db import db
from webapp.core.logs import request_id
from webapp.jobs.ledger import now
from webapp.jobs.models import LIVE, LIVE_SQL, RETRIABLE, JobRun
from webapp.jobs.push import push_after_commit
from webapp.jobs.records import Due

if TYPE_CHECKING:
    import uuid
    from collections.abc import Callable, Mapping, Sequence

    from flask import Flask

INTERACTIVE = "interactive"
BULK = "bulk"
MOST_AT_ONCE = 500
ASKER = "guildhall.run_asker"


def note_askers(app: Flask, note: Callable[[uuid.UUID], None]) -> None:
    """Name the function that is told of every run asked for, new or shared, as it is asked for."""
    app.extensions[ASKER] = note


def _asked(run_id: uuid.UUID) -> uuid.UUID:
    note: Callable[[uuid.UUID], None] | None = current_app.extensions.get(ASKER)
    if note is not None:
        note(run_id)
    return run_id


def enqueue(  # noqa: PLR0913 - a row has these columns and a caller must know each
    kind: str,
    *,
    key: str,
    args: Mapping[str, Any],
    target_url: str,
    steps: Sequence[str],
    title: str,
    queue: str = INTERACTIVE,
) -> uuid.UUID:
    """Ask for a piece of work; whoever asks for the same key meanwhile shares the run.

    A run of the slow lane that has not begun comes to the front for somebody who waits.
    Part of the caller's transaction: nothing is asked for until it commits.
    """
    row = {
        "kind": kind,
        "queue": queue,
        "key": key,
        "title": title,
        "args": dict(args),
        "target_url": target_url,
        "steps": [{"sentence": s, "started_at": None, "finished_at": None} for s in steps],
        "request_id": request_id(),
    }
    while True:
        if found := live_run(key):
            if queue == INTERACTIVE:
                _hasten(found, kind, args)
            return _asked(found)
        if made := _add(row):
            push_after_commit(Due(made, queue, 0))
            return _asked(made)


def _hasten(run_id: uuid.UUID, kind: str, args: Mapping[str, Any]) -> None:
    """Move a run nobody waited for to the front, and tell it what is asked of it now."""
    slow = update(JobRun).where(
        JobRun.id == run_id,
        JobRun.kind == kind,
        JobRun.queue == BULK,
        JobRun.state.in_(("queued", "waiting")),
    )
    told = JobRun.args.op("||")(literal(dict(args), JSONB))
    change = slow.values(queue=INTERACTIVE, args=told)
    row = db.session.execute(change.returning(JobRun.id, JobRun.queue, JobRun.fence)).one_or_none()
    if row is not None:
        push_after_commit(Due(*row))


def live_run(key: str) -> uuid.UUID | None:
    """Give the run now at work, or waiting to be, for a key."""
    return db.session.scalar(select(JobRun.id).where(JobRun.key == key, JobRun.state.in_(LIVE)))


def _add(row: Mapping[str, Any]) -> uuid.UUID | None:
    """Insert unless somebody else's live row for the key stands, waiting for them to commit."""
    new = insert(JobRun).values(**row)
    new = new.on_conflict_do_nothing(index_elements=["key"], index_where=LIVE_SQL)
    made: uuid.UUID | None = db.session.scalar(new.returning(JobRun.id))
    return made


def retry(run_id: uuid.UUID, once: Mapping[str, Any] | None = None) -> uuid.UUID | None:
    """Start a run over that failed, died or was cancelled; None when it cannot be.

    When another run has taken up its key meanwhile, that one is given instead. `once` is told
    to the job as the argument of that name, until the run is started over again. It counts as
    asked for now: what a job waits for in vain, it waits for as long as the first time.
    """
    told = literal({"once": dict(once)} if once else {}, JSONB)
    again = (
        update(JobRun)
        .where(JobRun.id == run_id, JobRun.state.in_(RETRIABLE))
        .values(
            state="queued",
            args=JobRun.args.op("-")(literal("once", Text)).op("||")(told),
            attempt=0,
            created_at=now(),
            run_at=now(),
            finished_at=None,
            step=0,
            sentence="",
            told=False,
        )
        .returning(JobRun.id, JobRun.queue, JobRun.fence)
    )
    try:
        with db.session.begin_nested():
            row = db.session.execute(again).one_or_none()
    except IntegrityError:
        standing: uuid.UUID | None = db.session.scalar(_sharing(run_id))
        return standing
    if row is None:
        return None
    push_after_commit(Due(*row))
    return run_id


def ask_again(run_id: uuid.UUID) -> uuid.UUID | None:
    """Start a run over for whoever asks now, who is told how it ends like all who asked before."""
    standing = retry(run_id)
    return None if standing is None else _asked(standing)


def retry_dead(kind: str = "") -> tuple[uuid.UUID, ...]:
    """Start dead runs over, of one kind or of all, the oldest first; gives which.

    Of several for one key the oldest is started. One whose key another has taken up meanwhile is
    left as it is, and takes no place of those that can be started.
    """
    standing = aliased(JobRun)
    taken = exists().where(standing.key == JobRun.key, standing.state.in_(LIVE))
    dead = select(JobRun.id, JobRun.created_at).where(JobRun.state == "dead", ~taken)
    wanted = dead.where(JobRun.kind == kind) if kind else dead
    of_key = wanted.ext(distinct_on(JobRun.key)).order_by(JobRun.key, JobRun.created_at)
    one = of_key.subquery()
    first = select(one.c.id).order_by(one.c.created_at).limit(MOST_AT_ONCE)
    found = db.session.scalars(first).all()
    return tuple(run_id for run_id in found if retry(run_id) == run_id)


def ask_like_last(key: str) -> uuid.UUID | None:
    """Ask for the same work as the last run for a key did; None when there never was one."""
    last = db.session.scalar(
        select(JobRun).where(JobRun.key == key).order_by(JobRun.created_at.desc()).limit(1)
    )
    if last is None:
        return None
    return enqueue(
        last.kind,
        key=key,
        args=last.args,
        target_url=last.target_url,
        steps=[step["sentence"] for step in last.steps],
        title=last.title,
        queue=last.queue,
    )


def _sharing(run_id: uuid.UUID) -> Any:
    key = select(JobRun.key).where(JobRun.id == run_id).scalar_subquery()
    return select(JobRun.id).where(JobRun.key == key, JobRun.state.in_(LIVE))


def cancel(run_id: uuid.UUID) -> bool:
    """End a run before its work is done; False when it had ended already."""
    ended = (
        update(JobRun)
        .where(JobRun.id == run_id, JobRun.state.in_(LIVE))
        .values(
            state="cancelled",
            finished_at=now(),
            lease_until=None,
            sentence="It was called off before it was done.",
        )
        .returning(JobRun.id)
    )
    return db.session.scalar(ended) is not None
