"""Wakes workers: puts the name of one function and a run's id on a queue in Valkey.

Best effort. A wake-up that is lost costs seconds, never work: the sweeper repeats it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import structlog
from flask import Flask, current_app
from redis import Redis
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry
from rq import Queue
from rq.serializers import JSONSerializer
from sqlalchemy import event

from webapp.core.db import db
from webapp.core.settings import current_settings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from webapp.jobs.records import Due

log = structlog.get_logger()

FUNCTION = "worker.main.run"
LONGEST_SECONDS = 3_600
_PENDING = "guildhall.jobs.pending"
_CONNECTION = "guildhall.jobs.connection"
_QUEUE_LIMIT = 20_000


def push_after_commit(due: Due) -> None:
    """Wake a worker once the present transaction is committed."""
    session = db.session()
    event.listen(session, "after_commit", _after_commit)
    event.listen(session, "after_rollback", _after_rollback)
    session.info.setdefault(_PENDING, []).append(due)


def _after_commit(session: Session) -> None:
    if not session.in_nested_transaction() and (pending := session.info.pop(_PENDING, None)):
        push(pending)


def _after_rollback(session: Session) -> None:
    if not session.in_nested_transaction():
        session.info.pop(_PENDING, None)


def push(dues: Iterable[Due]) -> int:
    """Wake workers for these runs; gives how many calls were placed before Valkey failed."""
    placed = 0
    try:
        for due in dues:
            _queue(due.queue).enqueue_call(
                FUNCTION,
                args=(str(due.id),),
                job_id=due.ticket,
                timeout=LONGEST_SECONDS,
                result_ttl=0,
                failure_ttl=60,
                description=due.ticket,
            )
            placed += 1
    except RedisError as error:
        log.warning("workers not woken", error=type(error).__name__, placed=placed)
    return placed


def waiting_tickets(queue: str) -> frozenset[str] | None:
    """Give the calls lying on a queue; None when Valkey is away or there are too many to list."""
    found = _queue(queue)
    try:
        return None if found.count > _QUEUE_LIMIT else frozenset(found.get_job_ids())
    except RedisError as error:
        log.warning("queue not read", error=type(error).__name__)
        return None


def connection(app: Flask | None = None) -> Redis:
    """Give the app's connection to Valkey, quick to give up: no reader waits for it."""
    extensions: dict[str, Any] = (app or current_app).extensions
    if _CONNECTION not in extensions:
        extensions[_CONNECTION] = connect(current_settings().redis_url)
    return cast("Redis", extensions[_CONNECTION])


def connect(redis_url: str) -> Redis:
    """Open a connection that tries once: the library's own retries take seconds."""
    return Redis.from_url(
        redis_url, socket_connect_timeout=0.3, socket_timeout=1.0, retry=Retry(NoBackoff(), 0)
    )


def _queue(name: str) -> Queue:
    return Queue(name, connection=connection(), serializer=JSONSerializer)
