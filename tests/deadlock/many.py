"""Many kept matches the short way: rows of one copied under other ids, then the real jobs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, insert, select, update

from tests.jobs.asked import ask, row
from webapp.core.db import db, utc_now
from webapp.deadlock.models import DeadlockMatch, DeadlockPlayer, DeadlockSlice
from webapp.jobs import perform
from worker.queues import KINDS

Change = dict[str, Any]


def copy_match(source: int, match_ids: Iterable[int], **change: object) -> None:
    """Keep a match again under other ids; files are shared. Commits."""
    for match_id in match_ids:
        for model in (DeadlockMatch, DeadlockSlice, DeadlockPlayer):
            table = model.__table__
            rows = db.session.execute(select(table).where(table.c.match_id == source)).mappings()
            more = change if model is DeadlockMatch else {}
            copies = [{**one, "match_id": match_id, **more} for one in rows]
            db.session.execute(insert(table), copies)
    db.session.commit()


def resave(match_id: int) -> None:
    """Save a match anew, as a better analysis or a newer body would. Commits."""
    _set(match_id, saved_at=utc_now())


def uncount(match_id: int) -> None:
    """Let a match be a reader's file. Commits."""
    _set(match_id, provenance="upload")


def remove(match_id: int) -> None:
    """Take a match away. Commits."""
    db.session.execute(delete(DeadlockMatch).where(DeadlockMatch.match_id == match_id))
    db.session.commit()


def do(kind: str) -> str:
    """Do a job as a worker would; gives how it ended."""
    run_id = ask(key=kind, kind=kind, steps=())
    assert perform(run_id, KINDS)
    return row(run_id).state


def later(days: int) -> datetime:
    """Give a moment some days from now."""
    return utc_now() + timedelta(days=days)


def _set(match_id: int, **values: object) -> None:
    db.session.execute(
        update(DeadlockMatch).where(DeadlockMatch.match_id == match_id).values(**values)
    )
    db.session.commit()
