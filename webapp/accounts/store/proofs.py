"""Identities as a provider proves them: whose one is, made, noted as used, given up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert

from webapp.accounts.models import Account, Identity
from webapp.core.db import db, utc_now


@dataclass(frozen=True, slots=True)
class Owned:
    """An identity that is known here, and the account it opens."""

    id: int
    account_id: int
    detail: dict[str, Any]
    disabled_at: datetime | None


@dataclass(frozen=True, slots=True)
class Shown:
    """What of an identity may change from one sign-in to the next."""

    name: str
    detail: dict[str, Any]
    sealed_tokens: str | None = None


def hold_identity(provider: str, subject: str) -> Owned | None:
    """Give an identity, and let nobody else change it until the caller's transaction ends."""
    wanted = (
        select(Identity.id, Identity.account_id, Identity.detail, Account.disabled_at)
        .join(Account, Account.id == Identity.account_id)
        .where(Identity.provider == provider, Identity.subject == subject)
        .with_for_update(of=Identity)
    )
    row = db.session.execute(wanted).one_or_none()
    return Owned(*row) if row else None


def add_identity(account_id: int, provider: str, subject: str, shown: Shown) -> int | None:
    """Give an account an identity; None when somebody has it already."""
    new = insert(Identity).values(
        account_id=account_id,
        provider=provider,
        subject=subject,
        used_at=utc_now(),
        **_shown(shown),
    )
    new = new.on_conflict_do_nothing(index_elements=["provider", "subject"])
    made: int | None = db.session.scalar(new.returning(Identity.id))
    return made


def note_use(identity_id: int, shown: Shown) -> None:
    """Note that an identity was proved just now, and what it is called today."""
    values = {"used_at": utc_now(), **_shown(shown)}
    db.session.execute(update(Identity).where(Identity.id == identity_id).values(**values))


def give_up(identity_id: int) -> None:
    """Forget an identity that is no longer the person's it was."""
    db.session.execute(delete(Identity).where(Identity.id == identity_id))


def _shown(shown: Shown) -> dict[str, Any]:
    told: dict[str, Any] = {"name": shown.name, "detail": shown.detail}
    return told | ({"sealed_tokens": shown.sealed_tokens} if shown.sealed_tokens else {})
