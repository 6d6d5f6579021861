"""Families of access and refresh tokens. A refresh token is used once; twice ends its family."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Select, delete, insert, select, update

from webapp.accounts.domain.signed import Signed
from webapp.accounts.models import Account, ApiToken, RefreshToken, TokenFamily
from webapp.accounts.store.tokens import OWNER, signed_of, usable
from webapp.core.db import db, utc_now

MOST_FAMILIES: Final = 20


@dataclass(frozen=True, slots=True)
class Family:
    """One family: whose it is, what it may do, until when."""

    id: uuid.UUID
    signed: Signed
    scopes: tuple[str, ...]
    ends_at: datetime


def begin_family(token_id: int, scopes: tuple[str, ...], ends_at: datetime) -> uuid.UUID:
    """Begin a family; the oldest of too many go, and those that ended. The caller commits."""
    row = {"token_id": token_id, "scopes": list(scopes), "ends_at": ends_at}
    made: uuid.UUID = db.session.execute(
        insert(TokenFamily).values(row).returning(TokenFamily.id)
    ).scalar_one()
    same = select(TokenFamily.id).where(TokenFamily.token_id == token_id)
    kept = same.where(TokenFamily.ends_at > utc_now()).order_by(TokenFamily.made_at.desc())
    over = delete(TokenFamily).where(
        TokenFamily.token_id == token_id,
        TokenFamily.id.not_in(kept.limit(MOST_FAMILIES)),
    )
    db.session.execute(over)
    return made


def add_refresh(family_id: uuid.UUID, digest: str) -> None:
    """Keep the next refresh token of a family. The caller commits."""
    db.session.execute(insert(RefreshToken).values(digest=digest, family_id=family_id))


def use_refresh(digest: str) -> bool:
    """Use a refresh token up; False when it is unknown or was used before. The caller commits."""
    first = update(RefreshToken).where(
        RefreshToken.digest == digest, RefreshToken.used_at.is_(None)
    )
    used = first.values(used_at=utc_now()).returning(RefreshToken.digest)
    return db.session.scalar(used) is not None


def family_of(digest: str) -> uuid.UUID | None:
    """Say which family a refresh token is of, used or not."""
    query = select(RefreshToken.family_id).where(RefreshToken.digest == digest)
    found: uuid.UUID | None = db.session.scalar(query)
    return found


def load_family(family_id: uuid.UUID) -> Family | None:
    """Give a family that still counts, as do its token and its account. One small question."""
    with db.engine.connect() as connection:
        row = connection.execute(_counting(family_id)).one_or_none()
    if row is None:
        return None
    signed = signed_of(row, row.family_scopes)
    return Family(row.family_id, signed, tuple(row.family_scopes), row.family_ends_at)


def _counting(family_id: uuid.UUID) -> Select[Any]:
    own: tuple[Any, ...] = (
        ApiToken.id,
        ApiToken.account_id,
        *OWNER,
        TokenFamily.id.label("family_id"),
        TokenFamily.scopes.label("family_scopes"),
        TokenFamily.ends_at.label("family_ends_at"),
    )
    joined = (
        select(*own)
        .join(ApiToken, ApiToken.id == TokenFamily.token_id)
        .join(Account, Account.id == ApiToken.account_id)
    )
    counts = TokenFamily.revoked_at.is_(None), TokenFamily.ends_at > utc_now()
    return joined.where(TokenFamily.id == family_id, *counts, *usable())


def revoke_family(family_id: uuid.UUID, why: str) -> bool:
    """End a family; False when it had ended or is none. The caller commits."""
    one = update(TokenFamily).where(TokenFamily.id == family_id, TokenFamily.revoked_at.is_(None))
    ended = one.values(revoked_at=utc_now(), revoked_why=why).returning(TokenFamily.id)
    return db.session.scalar(ended) is not None
