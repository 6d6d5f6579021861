"""Shorthand for tests of telling: do what waits, follow somebody, look at what was told."""

from __future__ import annotations

import uuid
from datetime import datetime

from sqlalchemy import select, update

from tests.people import Person
from webapp.accounts.actions import people
from webapp.accounts.models import Follow, Notice
from webapp.accounts.store import follows
from webapp.accounts.store.follows import Thing
from webapp.core.db import db
from webapp.jobs import perform
from webapp.jobs.models import JobRun
from worker.queues import KINDS

SAME = {"Sec-Fetch-Site": "same-origin"}


def follow(who: Person, game: str, key: str, *, since: datetime | None = None) -> None:
    """Let somebody follow a player, from a moment on."""
    follows.add_follow(who.id, Thing(game, "player", key), title=f"Player {key}", url="/there")
    if since is not None:
        mine = update(Follow).where(Follow.account_id == who.id, Follow.key == key)
        db.session.execute(mine.values(created_at=since))
    db.session.commit()


def disable(who: Person) -> None:
    """Disable somebody's account, as an admin does."""
    people.disable(who.id, "a test", actor="account:0")


def waiting(kind: str) -> list[uuid.UUID]:
    """Give the runs of a kind that are still to be done, oldest first."""
    db.session.rollback()
    live = select(JobRun.id).where(JobRun.kind == kind, JobRun.state.in_(("queued", "waiting")))
    return list(db.session.scalars(live.order_by(JobRun.created_at)))


def do_all(kind: str) -> int:
    """Do all runs of a kind that wait, each once, whenever they were to be tried."""
    found = waiting(kind)
    due = update(JobRun).where(JobRun.id.in_(found))
    db.session.execute(due.values(state="queued", run_at=JobRun.created_at))
    db.session.commit()
    return sum(perform(run_id, KINDS) for run_id in found)


def told(who: Person) -> list[tuple[str, str]]:
    """Give the events somebody was told of, with their titles, oldest first."""
    db.session.rollback()
    mine = select(Notice.event, Notice.title).where(Notice.account_id == who.id)
    return [(event, title) for event, title in db.session.execute(mine.order_by(Notice.id))]
