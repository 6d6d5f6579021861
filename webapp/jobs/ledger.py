"""Every change a run can go through, each one guarded statement in its own transaction.

`asking.enqueue` alone adds rows; `finish` alone shares its transaction, with the
effect of the work. Times are the database's, so machines need not agree on theirs.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import CursorResult, Update, and_, case, func, null, or_, select, text, update

from webapp.core.db import db
from webapp.jobs.models import MAX_ATTEMPTS, JobRun
from webapp.jobs.pauses import unpaused
from webapp.jobs.records import Claim, TakenOver

if TYPE_CHECKING:
    import uuid
    from datetime import datetime

LEASE_SECONDS = 8
ERROR_LIMIT = 4_000
now = func.clock_timestamp


def seconds(number: float) -> Any:
    """Say a span of time in SQL."""
    return text(f"interval '{number:.3f} seconds'")


def claim(run_id: uuid.UUID) -> Claim | None:
    """Take a run that is due, or whose holder fell silent; None when there is nothing to take."""
    due = and_(JobRun.state == "queued", JobRun.run_at <= now())
    silent = and_(JobRun.state == "running", JobRun.lease_until < now())
    change = (
        update(JobRun)
        .where(JobRun.id == run_id, or_(due, silent), JobRun.attempt < MAX_ATTEMPTS, unpaused())
        .values(
            state="running",
            attempt=JobRun.attempt + 1,
            fence=JobRun.fence + 1,
            lease_until=now() + seconds(LEASE_SECONDS),
            started_at=now(),
            step=0,
            sentence="",
            waiting_reason=None,
        )
        .returning(*(getattr(JobRun, name) for name in Claim.__slots__))
    )
    with db.engine.begin() as connection:
        row = connection.execute(change).mappings().one_or_none()
    return Claim(**{**row, "steps": _sentences(row["steps"])}) if row else None


def _sentences(steps: list[dict[str, Any]]) -> tuple[str, ...]:
    return tuple(step["sentence"] for step in steps)


def renew(mine: Claim) -> bool:
    """Keep a claim for another lease; False once the run belongs to somebody else."""
    return _apply(_held(mine).values(lease_until=now() + seconds(LEASE_SECONDS)))


def note_step(mine: Claim, number: int, steps: list[dict[str, Any]]) -> None:
    """Write how far the work is; raises TakenOver when the claim no longer holds."""
    sentence = steps[number - 1]["sentence"]
    if not _apply(_held(mine).values(step=number, steps=steps, sentence=sentence)):
        raise TakenOver


def finish(mine: Claim, steps: list[dict[str, Any]]) -> None:
    """End a run and commit `db.session`, with the effect of the work that is pending in it.

    Raises TakenOver when the claim no longer holds: the effect is undone with it.
    """
    ended = _held(mine).values(
        state="done", finished_at=now(), lease_until=None, steps=steps, error=None
    )
    if cast("CursorResult[Any]", db.session.execute(ended)).rowcount != 1:
        db.session.rollback()
        raise TakenOver
    db.session.commit()


def fail(mine: Claim, *, sentence: str, error: str) -> bool:
    """Count a try as lost: queued again after a growing pause, dead after the last one."""
    last = JobRun.attempt >= MAX_ATTEMPTS
    pause = random.uniform(0.5, 1) * 2**mine.attempt  # noqa: S311 - spreads tries, hides nothing
    return _apply(
        _held(mine).values(
            state=case((last, "dead"), else_="queued"),
            finished_at=case((last, now()), else_=null()),
            run_at=now() + seconds(pause),
            lease_until=None,
            sentence=sentence,
            error=_plain(error),
        )
    )


def wait(mine: Claim, *, sentence: str, run_at: datetime) -> bool:
    """Put a run aside until a time; the try is given back."""
    return _apply(
        _held(mine).values(
            state="waiting",
            attempt=JobRun.attempt - 1,
            run_at=run_at,
            lease_until=None,
            waiting_reason=sentence,
            sentence=sentence,
        )
    )


def refuse(mine: Claim, *, sentence: str) -> bool:
    """End a run that can never succeed, with the sentence its reader is shown."""
    return _apply(
        _held(mine).values(state="failed", finished_at=now(), lease_until=None, sentence=sentence)
    )


def _held(mine: Claim) -> Update:
    """Address a run only while this very claim holds it."""
    return update(JobRun).where(
        JobRun.id == mine.id, JobRun.state == "running", JobRun.fence == mine.fence
    )


def _apply(change: Update) -> bool:
    with db.engine.begin() as connection:
        return connection.execute(change).rowcount == 1


def _plain(error: str) -> str:
    """Keep the end of an error, where the cause is, and no NUL, which Postgres refuses."""
    return error.replace("\0", "")[-ERROR_LIMIT:]


def state_of(run_id: uuid.UUID) -> str:
    """Say where a run stands now; "unknown" when there is no such run."""
    return db.session.scalar(select(JobRun.state).where(JobRun.id == run_id)) or "unknown"
