"""The identities of an account, as its owner sees and drops them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select

from webapp.accounts.models import Identity
from webapp.core.db import db


@dataclass(frozen=True, slots=True)
class Known:
    """One identity: who says so, and what they call this person."""

    id: int
    provider: str
    subject: str
    name: str
    linked_at: datetime
    used_at: datetime | None


def identities_of(account_id: int) -> tuple[Known, ...]:
    """Give an account's identities, the first linked first."""
    columns = (getattr(Identity, name) for name in Known.__slots__)
    mine = select(*columns).where(Identity.account_id == account_id)
    return tuple(Known(*row) for row in db.session.execute(mine.order_by(Identity.id)))


def drop_identity(account_id: int, identity_id: int) -> bool:
    """Unlink one of an account's own identities; False when it has no such one."""
    gone = delete(Identity).where(Identity.id == identity_id, Identity.account_id == account_id)
    return db.session.scalar(gone.returning(Identity.id)) is not None


def owner_of(identity_id: int) -> int | None:
    """Give whose an identity is."""
    return db.session.scalar(select(Identity.account_id).where(Identity.id == identity_id))
