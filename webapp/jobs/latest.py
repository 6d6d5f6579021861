"""What became of the last run for each of many keys, for pages that list what can be asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import distinct_on

from webapp.core.db import db, read_together
from webapp.core.prepared import Prepared, among
from webapp.jobs.models import LIVE, JobRun

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from webapp.core.readers import Question, Row


@dataclass(frozen=True, slots=True)
class LatestRun:
    """The last run for a key: how it stands, what it says, when it is tried next."""

    key: str
    run_id: uuid.UUID
    state: str
    sentence: str
    next_at: datetime
    finished_at: datetime | None

    @property
    def live(self) -> bool:
        """Say whether it is still to be done."""
        return self.state in LIVE

    @property
    def url(self) -> str:
        """The page that shows its progress."""
        return f"/jobs/{self.run_id}"


def latest_runs(keys: Sequence[str]) -> dict[str, LatestRun]:
    """Give the last run of each key that ever had one. One query; none for no key."""
    return runs_of(read_together(latest_question(keys))[0]) if keys else {}


def latest_question(keys: Sequence[str]) -> Question:
    """Give the question behind `latest_runs`, to be asked together with others."""
    return _NEWEST.question(keys=list(keys))


def runs_of(rows: Iterable[Row]) -> dict[str, LatestRun]:
    """Read the answer to `latest_question`."""
    return {row[0]: LatestRun(*row) for row in rows}


_NEWEST = Prepared(
    select(
        JobRun.key,
        JobRun.id,
        JobRun.state,
        JobRun.sentence,
        JobRun.run_at,
        JobRun.finished_at,
    )
    .where(among(JobRun.key, "keys"))
    .ext(distinct_on(JobRun.key))
    .order_by(JobRun.key, JobRun.created_at.desc())
)


def said(run_id: uuid.UUID) -> str:
    """Give the sentence a run last said."""
    return db.session.scalar(select(JobRun.sentence).where(JobRun.id == run_id)) or ""
