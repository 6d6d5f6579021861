"""One-time sign-in links in and out of their table; kept by the hash of their secret."""

from __future__ import annotations

from datetime import datetime
from typing import Any, cast

from sqlalchemy import CursorResult, delete, func, select, update

from webapp.accounts.domain.secret import hash_of
from webapp.accounts.models import SignInLink
from webapp.core.db import db


def add_link(secret: str, account_id: int, ends_at: datetime, made_by: str) -> None:
    """Keep a link; part of the caller's transaction."""
    row = SignInLink(id=hash_of(secret), account_id=account_id, ends_at=ends_at, made_by=made_by)
    db.session.add(row)


def load_link(secret: str) -> SignInLink | None:
    """Give a link by its secret."""
    return db.session.get(SignInLink, hash_of(secret))


def use_link(secret: str) -> int | None:
    """Use a link up, which only one of any number of askers can; gives whose it is."""
    used = (
        update(SignInLink)
        .where(
            SignInLink.id == hash_of(secret),
            SignInLink.used_at.is_(None),
            SignInLink.ends_at > func.clock_timestamp(),
        )
        .values(used_at=func.clock_timestamp())
        .returning(SignInLink.account_id)
    )
    return db.session.scalar(used)


def links_of(account_id: int) -> list[SignInLink]:
    """Give the links made for an account."""
    wanted = select(SignInLink).where(SignInLink.account_id == account_id)
    return list(db.session.scalars(wanted.order_by(SignInLink.made_at)))


def count_open(account_id: int) -> int:
    """Count the links that would sign an account in now."""
    mine = select(func.count()).where(
        SignInLink.account_id == account_id,
        SignInLink.used_at.is_(None),
        SignInLink.ends_at > func.clock_timestamp(),
    )
    return db.session.scalar(mine) or 0


def forget_links(before: datetime) -> int:
    """Delete links that ended before a moment; gives how many."""
    gone = db.session.execute(delete(SignInLink).where(SignInLink.ends_at < before))
    return cast("CursorResult[Any]", gone).rowcount
