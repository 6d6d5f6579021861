"""Sessions in and out of their table. Each call is its own small transaction.

A session outlives the request that made it and must not be lost with that request's rollback,
nor commit what a request left unfinished.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, Select, delete, insert, select, update

from webapp.accounts.domain.limits import is_over
from webapp.accounts.domain.signed import Signed
from webapp.accounts.models import Account, AccountSession
from webapp.core.db import db, utc_now

TOUCH_EVERY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Found:
    """A session as its row has it, and whose it is."""

    id: str
    data: dict[str, Any]
    signed: Signed | None
    seen_at: datetime


@dataclass(frozen=True, slots=True)
class Owner:
    """Who just showed who they are, and by which provider's word."""

    account_id: int
    proved_by: str


def load_session(session_id: str) -> Found | None:
    """Give a session that is not over, of an account that may sign in; else None."""
    with db.engine.connect() as connection:
        row = connection.execute(_with_account(session_id)).one_or_none()
    if row is None or row.disabled_at is not None:
        return None
    if is_over(row.role, row.created_at, row.seen_at, utc_now()):
        return None
    return Found(row.id, row.data, _signed(row) if row.account_id else None, row.seen_at)


def _with_account(session_id: str) -> Select[Any]:
    one = AccountSession
    account = (Account.name, Account.role, Account.theme, Account.time_zone, Account.disabled_at)
    columns = (one.id, one.account_id, one.data, one.created_at, one.seen_at, one.proved_at)
    joined = select(*columns, *account).outerjoin(Account, Account.id == one.account_id)
    return joined.where(one.id == session_id)


def _signed(row: Row[Any]) -> Signed:
    return Signed(
        id=row.account_id,
        name=row.name,
        role=row.role,
        theme=row.theme,
        time_zone=row.time_zone,
        session_id=row.id,
        proved_at=row.proved_at,
    )


def add_session(
    session_id: str, data: dict[str, Any], owner: Owner | None, *, agent: str, address: str
) -> None:
    """Begin a session: somebody's from now on, or nobody's yet."""
    row: dict[str, Any] = {"id": session_id, "data": data, "agent": agent[:300], "address": address}
    if owner:
        proof = {"proved_at": utc_now(), "proved_by": owner.proved_by}
        row |= {"account_id": owner.account_id, **proof}
    with db.engine.begin() as connection:
        connection.execute(insert(AccountSession).values(**row))


def keep_data(session_id: str, data: dict[str, Any]) -> None:
    """Keep what a session remembers."""
    _change(session_id, data=data)


def touch(session_id: str) -> None:
    """Note that a session was used just now."""
    _change(session_id, seen_at=utc_now())


def _change(session_id: str, **values: Any) -> None:
    changed = update(AccountSession).where(AccountSession.id == session_id).values(**values)
    with db.engine.begin() as connection:
        connection.execute(changed)


def end_session(session_id: str) -> None:
    """End one session: its cookie is worth nothing from now on."""
    with db.engine.begin() as connection:
        connection.execute(delete(AccountSession).where(AccountSession.id == session_id))
