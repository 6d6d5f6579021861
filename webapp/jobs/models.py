"""The ledger of background work: one row for each piece of work ever asked for.

Rows are changed by `ledger` and `sweep` alone; everything else only reads them.
"""

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, DateTime, Index, Text, false, func, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import db

LIVE = ("queued", "running", "waiting")
FINAL = ("done", "failed", "dead", "cancelled")
RETRIABLE = ("failed", "dead", "cancelled")
STATES = (*LIVE, *FINAL)
MAX_ATTEMPTS = 5


def _sql_list(words: tuple[str, ...]) -> str:
    return ", ".join(f"'{word}'" for word in words)


LIVE_SQL = text(f"state IN ({_sql_list(LIVE)})")
UNTOLD_SQL = text("finished_at IS NOT NULL AND NOT told AND target_url <> ''")


class JobRun(db.Model):  # type: ignore[name-defined, misc]
    """One piece of background work, from the moment it is asked for to its end.

    `attempt` counts tries towards the limit and starts over on a retry; `fence`
    counts claims and never falls, so an old claim can never pass for a new one. `told` is whether
    whoever waits for ends has taken up the last one. `created_at` is when it was asked for, or last
    started over.
    """

    __tablename__ = "job_run"
    __table_args__ = (
        CheckConstraint(f"state IN ({_sql_list(STATES)})", name="state_known"),
        CheckConstraint(f"attempt BETWEEN 0 AND {MAX_ATTEMPTS}", name="attempt_in_limits"),
        CheckConstraint(
            "(state = 'running') = (lease_until IS NOT NULL)", name="running_is_leased"
        ),
        Index("uq_job_run_live_key", "key", unique=True, postgresql_where=LIVE_SQL),
        Index("ix_job_run_live", "queue", "run_at", postgresql_where=LIVE_SQL),
        Index("ix_job_run_key", "key", "created_at"),
        Index("ix_job_run_kind", "kind", "finished_at", postgresql_where=text("state = 'done'")),
        Index("ix_job_run_finished_at", "finished_at"),
        Index("ix_job_run_created_at", "created_at", "id"),
        Index("ix_job_run_untold", "finished_at", postgresql_where=UNTOLD_SQL),
    )

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    kind: Mapped[str] = mapped_column(Text)
    queue: Mapped[str] = mapped_column(Text)
    key: Mapped[str] = mapped_column(Text)
    title: Mapped[str] = mapped_column(Text)
    args: Mapped[dict[str, Any]] = mapped_column(JSONB)
    target_url: Mapped[str] = mapped_column(Text, default="")
    state: Mapped[str] = mapped_column(Text, default="queued")
    attempt: Mapped[int] = mapped_column(default=0)
    fence: Mapped[int] = mapped_column(default=0)
    lease_until: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    run_at: Mapped[datetime] = mapped_column(
        DateTime(timezone=True), server_default=func.clock_timestamp()
    )
    step: Mapped[int] = mapped_column(default=0)
    steps: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    sentence: Mapped[str] = mapped_column(Text, default="")
    waiting_reason: Mapped[str | None] = mapped_column(Text)
    request_id: Mapped[str] = mapped_column(Text, default="")
    error: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(
        DateTime(timezone=True), server_default=func.clock_timestamp()
    )
    started_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    finished_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    told: Mapped[bool] = mapped_column(default=False, server_default=false())


class JobHeartbeat(db.Model):  # type: ignore[name-defined, misc]
    """When a process that must never stop last said that it lives."""

    __tablename__ = "job_heartbeat"

    name: Mapped[str] = mapped_column(Text, primary_key=True)
    beat_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class JobPause(db.Model):  # type: ignore[name-defined, misc]
    """A kind of work nobody does for now: its runs stay in the queue until it is released."""

    __tablename__ = "job_pause"

    kind: Mapped[str] = mapped_column(Text, primary_key=True)
    paused_at: Mapped[datetime] = mapped_column(
        DateTime(timezone=True), server_default=func.clock_timestamp()
    )
    paused_by: Mapped[str] = mapped_column(Text)
    why: Mapped[str] = mapped_column(Text, default="")


class JobSample(db.Model):  # type: ignore[name-defined, misc]
    """How the ledger stood in one minute: what was due and how old the oldest of it was."""

    __tablename__ = "job_sample"

    minute: Mapped[datetime] = mapped_column(DateTime(timezone=True), primary_key=True)
    due: Mapped[int]
    running: Mapped[int]
    waiting: Mapped[int]
    oldest_age_s: Mapped[float]
