"""Accounts in and out of their table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, delete, exists, func, select, update

from webapp.accounts.domain.roles import Role
from webapp.accounts.models import Account
from webapp.core.db import db
from webapp.core.prepared import Prepared


@dataclass(frozen=True, slots=True)
class Known:
    """An account as its row has it."""

    id: int
    name: str
    role: str
    theme: str
    time_zone: str
    language: str
    created_at: datetime
    disabled_at: datetime | None


def _known() -> Select[Any]:
    return select(*(getattr(Account, name) for name in Known.__slots__))


_ONE = Prepared(_known().where(Account.id == bindparam("account_id")))


def add_account(name: str, role: Role = "player") -> int:
    """Make an account; part of the caller's transaction."""
    account = Account(name=name, role=role)
    db.session.add(account)
    db.session.flush()
    return account.id


def load_account(account_id: int) -> Known | None:
    """Give one account."""
    row = db.session.execute(_known().where(Account.id == account_id)).one_or_none()
    return Known(*row) if row else None


def read_account(account_id: int) -> Known | None:
    """Give one account as it is committed, for a page to show."""
    row = _ONE.row(account_id=account_id)
    return Known(*row) if row else None


def accounts_called(name: str) -> tuple[Known, ...]:
    """Give every account of a name, however it is spelt; names are not unique."""
    wanted = _known().where(func.lower(Account.name) == name.lower()).order_by(Account.id)
    return tuple(Known(*row) for row in db.session.execute(wanted))


def all_accounts(limit: int = 1000) -> tuple[Known, ...]:
    """Give accounts, the first made first."""
    rows = db.session.execute(_known().order_by(Account.id).limit(limit))
    return tuple(Known(*row) for row in rows)


def any_account() -> bool:
    """Say whether anybody has an account here."""
    return bool(db.session.scalar(select(exists().select_from(Account))))


def save_account(account_id: int, **values: Any) -> None:
    """Change one account; part of the caller's transaction."""
    db.session.execute(update(Account).where(Account.id == account_id).values(**values))


def hold_account(account_id: int) -> Known | None:
    """Give one account, and let nobody else change it until the caller's transaction ends."""
    wanted = _known().where(Account.id == account_id).with_for_update()
    row = db.session.execute(wanted).one_or_none()
    return Known(*row) if row else None


def delete_account(account_id: int) -> None:
    """Delete an account with every row that names it as its owner."""
    db.session.execute(delete(Account).where(Account.id == account_id))
