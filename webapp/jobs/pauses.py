"""Kinds of work an admin stopped: their runs wait in the queue until the kind is released.

The ledger asks `unpaused` before a run is claimed, the sweeper before a worker is woken.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, exists, select
from sqlalchemy.dialects.postgresql import insert

from webapp.core.db import db
from webapp.jobs.models import JobPause, JobRun


@dataclass(frozen=True, slots=True)
class Pause:
    """A stopped kind: since when, by whom, why."""

    kind: str
    paused_at: datetime
    paused_by: str
    why: str


def unpaused() -> Any:
    """Say in SQL that a run's kind is not stopped."""
    return ~exists().where(JobPause.kind == JobRun.kind)


def pause(kind: str, by: str, why: str) -> bool:
    """Stop a kind, in the caller's transaction; False when it was stopped already."""
    new = insert(JobPause).values(kind=kind, paused_by=by, why=why)
    made = db.session.scalar(new.on_conflict_do_nothing().returning(JobPause.kind))
    return made is not None


def release(kind: str) -> Pause | None:
    """Let a kind go on, in the caller's transaction; gives the pause that ended."""
    gone = delete(JobPause).where(JobPause.kind == kind).returning(*_columns())
    row = db.session.execute(gone).one_or_none()
    return Pause(*row) if row else None


def paused_kinds() -> tuple[Pause, ...]:
    """Give every stopped kind."""
    rows = db.session.execute(select(*_columns()).order_by(JobPause.kind))
    return tuple(Pause(*row) for row in rows)


def is_paused(kind: str) -> bool:
    """Say whether a kind is stopped."""
    return db.session.scalar(select(JobPause.kind).where(JobPause.kind == kind)) is not None


def _columns() -> tuple[Any, ...]:
    return JobPause.kind, JobPause.paused_at, JobPause.paused_by, JobPause.why
