"""Personal tokens in and out of their table; whoever changes one names its owner."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, delete, func, insert, or_, select, update

from webapp.accounts.domain.signed import Signed
from webapp.accounts.models import Account, ApiToken
from webapp.core.db import db, utc_now

TOUCH_EVERY: Final = timedelta(minutes=1)
OWNER: Final = (Account.name, Account.role, Account.theme, Account.time_zone)


@dataclass(frozen=True, slots=True)
class TokenRow:
    """A token as its owner sees it again: everything but the secret."""

    id: int
    name: str
    tail: str
    scopes: tuple[str, ...]
    made_at: datetime
    ends_at: datetime
    used_at: datetime | None


@dataclass(frozen=True, slots=True)
class NewToken:
    """What is kept of a token that was just made."""

    account_id: int
    name: str
    digest: str
    tail: str
    scopes: tuple[str, ...]
    ends_at: datetime


def add_token(new: NewToken) -> int:
    """Keep a token; part of the caller's transaction."""
    values = {field: getattr(new, field) for field in NewToken.__slots__}
    values["scopes"] = list(new.scopes)
    made: int = db.session.execute(
        insert(ApiToken).values(values).returning(ApiToken.id)
    ).scalar_one()
    return made


def tokens_of(account_id: int) -> list[TokenRow]:
    """Give somebody's tokens, the newest first."""
    columns = (getattr(ApiToken, name) for name in TokenRow.__slots__)
    query = select(*columns).where(ApiToken.account_id == account_id).order_by(ApiToken.id.desc())
    rows = db.session.execute(query).mappings()
    return [TokenRow(**{**row, "scopes": tuple(row["scopes"])}) for row in rows]


def count_tokens(account_id: int) -> int:
    """Count somebody's tokens."""
    query = select(func.count()).where(ApiToken.account_id == account_id)
    return db.session.scalar(query) or 0


def drop_token(account_id: int, token_id: int) -> str | None:
    """Drop a token of this account with all that grew from it; gives its name, None if not theirs.

    Part of the caller's transaction.
    """
    mine = delete(ApiToken).where(ApiToken.id == token_id, ApiToken.account_id == account_id)
    gone: str | None = db.session.scalar(mine.returning(ApiToken.name))
    return gone


def load_bearer(digest: str) -> Signed | None:
    """Give whose token this is; None when it ended or its account may not sign in."""
    columns: tuple[Any, ...] = (ApiToken.id, ApiToken.account_id, ApiToken.scopes, *OWNER)
    query = select(*columns).join(Account, Account.id == ApiToken.account_id)
    with db.engine.connect() as connection:
        row = connection.execute(query.where(ApiToken.digest == digest, *usable())).one_or_none()
    return signed_of(row, row.scopes) if row else None


def usable() -> tuple[ColumnElement[bool], ...]:
    """Say what makes a token count: it has not ended, and its account may sign in."""
    return ApiToken.ends_at > utc_now(), Account.disabled_at.is_(None)


def signed_of(row: Row[Any], scopes: list[str]) -> Signed:
    """Give who a token stands for; it proves nothing anew."""
    return Signed(
        id=row.account_id,
        name=row.name,
        role=row.role,
        theme=row.theme,
        time_zone=row.time_zone,
        token_id=row.id,
        scopes=frozenset(scopes),
    )


def touch(token_id: int) -> None:
    """Note that a token was used, at most once a minute."""
    stale = or_(ApiToken.used_at.is_(None), ApiToken.used_at < utc_now() - TOUCH_EVERY)
    used = update(ApiToken).where(ApiToken.id == token_id, stale).values(used_at=utc_now())
    with db.engine.begin() as connection:
        connection.execute(used)
