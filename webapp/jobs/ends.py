"""Which runs have ended, taken up once and in order, for whoever has to tell somebody.

A run without a page leads nowhere and tells nobody. What is taken is marked in the taker's own
transaction, so that nothing is lost when it dies halfway.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update

from webapp.core.db import db
from webapp.jobs.models import FINAL, UNTOLD_SQL, JobRun


@dataclass(frozen=True, slots=True)
class Ended:
    """A run that came to an end; `fence` tells this end from those of later tries."""

    id: uuid.UUID
    title: str
    state: str
    fence: int
    target_url: str
    sentence: str
    finished_at: datetime

    @property
    def subject(self) -> str:
        """Name this end of this run."""
        return f"run:{self.id}:{self.fence}"


def any_untold() -> bool:
    """Say whether an end waits to be taken up."""
    return db.session.scalar(select(JobRun.id).where(UNTOLD_SQL).limit(1)) is not None


def take_ended(limit: int) -> list[Ended]:
    """Take up ends nobody was told of, oldest first, in the caller's transaction."""
    waiting = (
        select(*(getattr(JobRun, name) for name in Ended.__slots__))
        .where(UNTOLD_SQL)
        .order_by(JobRun.finished_at)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    taken = [Ended(*row) for row in db.session.execute(waiting)]
    if taken:
        ids = [one.id for one in taken]
        db.session.execute(update(JobRun).where(JobRun.id.in_(ids)).values(told=True))
    return taken


def hold_end(run_id: uuid.UUID) -> None:
    """Keep a run from ending until the caller commits; one that has ended is told of again."""
    state = db.session.scalar(
        select(JobRun.state).where(JobRun.id == run_id).with_for_update(key_share=True)
    )
    if state in FINAL:
        db.session.execute(update(JobRun).where(JobRun.id == run_id).values(told=False))
