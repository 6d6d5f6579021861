"""Sessions in and out of their table. Each call is its own small transaction.

A session outlives the request that made it and must not be lost with that request's rollback,
nor commit what a request left unfinished.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple

from sqlalchemy import delete, insert, update

from webapp.accounts.domain.limits import is_over
from webapp.accounts.domain.signed import Signed
from webapp.accounts.models import AccountSession
from webapp.core.db import db, read_row, utc_now

TOUCH_EVERY = timedelta(minutes=1)
_WITH_ACCOUNT: Final = """
    select s.account_id, s.data, s.created_at, s.seen_at, s.proved_at,
           a.name, a.role, a.theme, a.time_zone, a.disabled_at
    from account_session s left join account a on a.id = s.account_id
    where s.id = %(id)s
"""
"""Asked for every request of somebody signed in, so in the driver's own words."""


class _Row(NamedTuple):
    """One row of that; the account's part is empty while nobody has signed in yet."""

    account_id: int | None
    data: dict[str, Any]
    created_at: datetime
    seen_at: datetime
    proved_at: datetime | None
    name: str
    role: str
    theme: str
    time_zone: str
    disabled_at: datetime | None


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
    row = read_row(_WITH_ACCOUNT, {"id": session_id})
    if row is None:
        return None
    found = _Row(*row)
    if found.disabled_at is not None:
        return None
    if is_over(found.role, found.created_at, found.seen_at, utc_now()):
        return None
    return Found(session_id, found.data, _signed(session_id, found), found.seen_at)


def _signed(session_id: str, found: _Row) -> Signed | None:
    if found.account_id is None:
        return None
    return Signed(
        id=found.account_id,
        name=found.name,
        role=found.role,
        theme=found.theme,
        time_zone=found.time_zone,
        session_id=session_id,
        proved_at=found.proved_at,
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
