"""Claims in and out of their table: one for each account and kind of name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, delete, select, update
from sqlalchemy.dialects.postgresql import insert

from webapp.accounts.models import IdentityClaim
from webapp.core.db import db, utc_now


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim; `sign` is what to set once the game's servers told whose name it is."""

    id: int
    account_id: int
    provider: str
    wanted: str
    subject: str
    name: str
    sign: int | None
    ends_at: datetime | None


def _claims() -> Select[Any]:
    return select(*(getattr(IdentityClaim, name) for name in Claim.__slots__))


def begin_claim(account_id: int, provider: str, wanted: str) -> int:
    """Begin a claim, in place of the one there was; gives its number."""
    fresh: dict[str, Any] = {"wanted": wanted, "subject": "", "name": "", "detail": {}}
    fresh |= {"sign": None, "made_at": utc_now(), "ends_at": None}
    new = insert(IdentityClaim).values(account_id=account_id, provider=provider, **fresh)
    new = new.on_conflict_do_update(index_elements=["account_id", "provider"], set_=fresh)
    made: int = db.session.scalars(new.returning(IdentityClaim.id)).one()
    return made


def claim_of(account_id: int, provider: str) -> Claim | None:
    """Give an account's claim on a kind of name."""
    mine = IdentityClaim.account_id == account_id, IdentityClaim.provider == provider
    row = db.session.execute(_claims().where(*mine)).one_or_none()
    return Claim(*row) if row else None


def claims_of(account_id: int) -> tuple[Claim, ...]:
    """Give every claim an account has under way."""
    mine = _claims().where(IdentityClaim.account_id == account_id).order_by(IdentityClaim.id)
    return tuple(Claim(*row) for row in db.session.execute(mine))


def load_claim(claim_id: int) -> Claim | None:
    """Give one claim."""
    row = db.session.execute(_claims().where(IdentityClaim.id == claim_id)).one_or_none()
    return Claim(*row) if row else None


def rival_signs(claim_id: int, provider: str, subject: str, since: datetime) -> set[int]:
    """Give the signs told to others who claim the same name, in claims that end later than this."""
    rivals = select(IdentityClaim.sign).where(
        IdentityClaim.id != claim_id,
        IdentityClaim.provider == provider,
        IdentityClaim.subject == subject,
        IdentityClaim.sign.is_not(None),
        IdentityClaim.ends_at >= since,
    )
    return set(db.session.scalars(rivals))


def change_claim(claim_id: int, **values: Any) -> None:
    """Note what was found out; part of the caller's transaction."""
    db.session.execute(update(IdentityClaim).where(IdentityClaim.id == claim_id).values(**values))


def end_claim(claim_id: int) -> None:
    """Forget a claim; part of the caller's transaction."""
    db.session.execute(delete(IdentityClaim).where(IdentityClaim.id == claim_id))
