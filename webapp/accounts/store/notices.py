"""What people were told, each thing once."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.postgresql import insert

from webapp.accounts.domain.events import News
from webapp.accounts.models import Notice
from webapp.core.db import db, utc_now

KEPT = timedelta(days=90)


def add_notice(news: News, *, in_bell: bool) -> int | None:
    """Keep one thing told, in the caller's transaction; None when it was told before."""
    row = {
        "account_id": news.account_id,
        "event": news.event,
        "subject": news.subject,
        "title": news.title[:200],
        "said": news.said[:500],
        "url": news.url,
        "at": utc_now(),
        "in_bell": in_bell,
    }
    new = insert(Notice).values(row).on_conflict_do_nothing()
    made: int | None = db.session.scalar(new.returning(Notice.id))
    return made


def count_unread(account_id: int) -> int:
    """Count what somebody has not read."""
    mine = select(func.count()).where(
        Notice.account_id == account_id, Notice.in_bell, Notice.read_at.is_(None)
    )
    return db.session.scalar(mine) or 0


def load_notices(account_id: int, *, before: int | None, limit: int) -> list[Notice]:
    """Give what somebody was told, newest first, from before a place in the list."""
    mine = select(Notice).where(Notice.account_id == account_id, Notice.in_bell)
    if before is not None:
        mine = mine.where(Notice.id < before)
    return list(db.session.scalars(mine.order_by(Notice.id.desc()).limit(limit)))


def all_notices(account_id: int) -> list[Notice]:
    """Give everything somebody was told that is still kept, newest first."""
    mine = select(Notice).where(Notice.account_id == account_id)
    return list(db.session.scalars(mine.order_by(Notice.id.desc())))


def mark_read(account_id: int, notice_id: int | None) -> None:
    """Note that somebody read one thing, or all, in the caller's transaction."""
    mine = update(Notice).where(Notice.account_id == account_id, Notice.read_at.is_(None))
    if notice_id is not None:
        mine = mine.where(Notice.id == notice_id)
    db.session.execute(mine.values(read_at=utc_now()))


def forget_old_notices() -> int:
    """Drop what was told long ago."""
    with db.engine.begin() as connection:
        gone = delete(Notice).where(Notice.at < utc_now() - KEPT)
        return connection.execute(gone).rowcount
