"""Where an account is signed in: its sessions, listed and ended by their owner."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import CursorResult, and_, bindparam, delete, or_, select

from webapp.accounts.domain.limits import SIGNING_IN, USUAL, is_over
from webapp.accounts.models import Account, AccountSession
from webapp.core.db import db, utc_now
from webapp.core.prepared import Prepared


@dataclass(frozen=True, slots=True)
class Known:
    """One session of an account."""

    id: str
    created_at: datetime
    seen_at: datetime
    proved_by: str
    agent: str
    address: str


def sessions_of(account_id: int) -> tuple[Known, ...]:
    """Give an account's sessions that are committed and not over, the last used first."""
    now = utc_now()
    found = ((Known(*row[:-1]), row[-1]) for row in _OF_ACCOUNT.rows(account_id=account_id))
    return tuple(one for one, role in found if not is_over(role, one.created_at, one.seen_at, now))


_OF_ACCOUNT = Prepared(
    select(*(getattr(AccountSession, name) for name in Known.__slots__), Account.role)
    .join(Account, Account.id == AccountSession.account_id)
    .where(AccountSession.account_id == bindparam("account_id"))
    .order_by(AccountSession.seen_at.desc(), AccountSession.id)
)


def end_one(account_id: int, session_id: str) -> bool:
    """End one of an account's own sessions; False when it has no such one."""
    gone = delete(AccountSession).where(
        AccountSession.id == session_id, AccountSession.account_id == account_id
    )
    return db.session.scalar(gone.returning(AccountSession.id)) is not None


def end_all(account_id: int, *, but: str = "") -> int:
    """End an account's sessions, all or all but one; gives how many."""
    gone = delete(AccountSession).where(
        AccountSession.account_id == account_id, AccountSession.id != but
    )
    return cast("CursorResult[Any]", db.session.execute(gone)).rowcount


def forget_over() -> int:
    """Delete sessions past the widest limits, and those of nobody; gives how many."""
    now, one = utc_now(), AccountSession
    nobody = and_(one.account_id.is_(None), one.seen_at < now - SIGNING_IN.absolute)
    old = or_(one.seen_at < now - USUAL.idle, one.created_at < now - USUAL.absolute, nobody)
    return cast("CursorResult[Any]", db.session.execute(delete(one).where(old))).rowcount
