"""Work that comes around by itself, asked for through the ledger like any other.

The table of what comes around belongs to the worker; only the rule is here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from webapp.core.db import db, utc_now
from webapp.jobs.asking import BULK, enqueue
from webapp.jobs.models import JobRun

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

LOCK = 0x6775696D


@dataclass(frozen=True, slots=True)
class Periodic:
    """Work that comes around by itself: at most one run per key every so many seconds.

    With `when`, only while it says there is something to do.
    """

    kind: str
    key: str
    every_s: int
    title: str
    steps: tuple[str, ...] = ()
    target_url: str = ""
    args: dict[str, Any] = field(default_factory=dict)
    queue: str = BULK
    when: Callable[[], bool] | None = None


def start_periodic(table: Sequence[Periodic]) -> int:
    """Ask for what has come around; gives how many were asked for.

    When each was last asked for is read from the ledger, so a restart repeats nothing.
    """
    if not db.session.scalar(select(func.pg_try_advisory_xact_lock(LOCK))):
        db.session.rollback()
        return 0
    due = [one for one in table if _has_come_around(one)]
    for one in due:
        enqueue(
            one.kind,
            key=one.key,
            args=one.args,
            target_url=one.target_url,
            steps=one.steps,
            title=one.title,
            queue=one.queue,
        )
    db.session.commit()
    return len(due)


def _has_come_around(one: Periodic) -> bool:
    last = db.session.scalar(select(func.max(JobRun.created_at)).where(JobRun.key == one.key))
    around = last is None or utc_now() - last >= timedelta(seconds=one.every_s)
    return around and (one.when is None or one.when())
