"""Who asked for which run, and how the runs of one account stand."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.dialects.postgresql import insert

from webapp.accounts.models import Account, JobAsker
from webapp.core.db import db, utc_now
from webapp.jobs.models import JobRun

MOST = 10_000


@dataclass(frozen=True, slots=True)
class AskedRun:
    """One run somebody asked for."""

    id: uuid.UUID
    title: str
    state: str
    sentence: str
    target_url: str
    asked_at: datetime
    finished_at: datetime | None


def add_asker(run_id: uuid.UUID, account_id: int) -> None:
    """Note who asked for a run, in the caller's transaction."""
    row = {"run_id": run_id, "account_id": account_id, "asked_at": utc_now()}
    new = insert(JobAsker).values(row)
    again = {"asked_at": row["asked_at"]}
    db.session.execute(
        new.on_conflict_do_update(index_elements=["run_id", "account_id"], set_=again)
    )


def askers_of(run_id: uuid.UUID) -> list[int]:
    """Give everybody who asked for a run, who asked first being first."""
    return list(db.session.scalars(_asked_by(run_id)))


def able_askers_of(run_id: uuid.UUID) -> list[int]:
    """Give those who asked for a run and whose account is not disabled."""
    able = _asked_by(run_id).join(Account, Account.id == JobAsker.account_id)
    return list(db.session.scalars(able.where(Account.disabled_at.is_(None))))


def _asked_by(run_id: uuid.UUID) -> Select[int]:
    query = select(JobAsker.account_id).where(JobAsker.run_id == run_id)
    return query.order_by(JobAsker.asked_at, JobAsker.account_id)


def runs_of(account_id: int, limit: int) -> list[AskedRun]:
    """Give what somebody asked for last."""
    own = (JobRun.id, JobRun.title, JobRun.state, JobRun.sentence, JobRun.target_url)
    query = (
        select(*own, JobAsker.asked_at, JobRun.finished_at)
        .join(JobRun, JobRun.id == JobAsker.run_id)
        .where(JobAsker.account_id == account_id)
        .order_by(JobAsker.asked_at.desc())
        .limit(limit)
    )
    return [AskedRun(*row) for row in db.session.execute(query)]
