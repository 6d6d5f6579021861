"""What is remembered between leaving for a provider and coming back, and what was used up."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, DateTime, ForeignKey, Index, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from webapp.accounts.domain.attempt import PURPOSES
from webapp.core.db import db, utc_now

MOMENT = DateTime(timezone=True)


class SignInAttempt(db.Model):  # type: ignore[name-defined,misc]
    """Somebody who left for a provider; the key is the hash of the state they took along.

    Read and deleted in one statement, so that it is worth one return and no more.
    """

    __tablename__ = "sign_in_attempt"
    __table_args__ = (
        CheckConstraint(f"purpose IN {PURPOSES}", name="purpose_known"),
        Index("ix_sign_in_attempt_created_at", "created_at"),
        Index("ix_sign_in_attempt_account_id", "account_id"),
    )

    id: Mapped[str] = mapped_column(Text, primary_key=True)
    session_id: Mapped[str] = mapped_column(Text)
    provider: Mapped[str] = mapped_column(Text)
    purpose: Mapped[str] = mapped_column(Text)
    nonce: Mapped[str] = mapped_column(Text)
    verifier: Mapped[str] = mapped_column(Text)
    next_path: Mapped[str] = mapped_column(Text)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    created_at: Mapped[datetime] = mapped_column(MOMENT, default=utc_now)


class UsedNonce(db.Model):  # type: ignore[name-defined,misc]
    """An answer of an OpenID provider that was taken once, until it is too old to matter."""

    __tablename__ = "used_nonce"
    __table_args__ = (Index("ix_used_nonce_used_at", "used_at"),)

    nonce: Mapped[str] = mapped_column(Text, primary_key=True)
    used_at: Mapped[datetime] = mapped_column(MOMENT, default=utc_now)


class IdentityClaim(db.Model):  # type: ignore[name-defined,misc]
    """A game's name somebody says is theirs, and the sign they must set in the game to prove it.

    `subject` and `detail` are filled in once the game's servers told whose name it is.
    """

    __tablename__ = "identity_claim"
    __table_args__ = (
        Index("uq_identity_claim_account_id_provider", "account_id", "provider", unique=True),
    )

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    provider: Mapped[str] = mapped_column(Text)
    wanted: Mapped[str] = mapped_column(Text)
    subject: Mapped[str] = mapped_column(Text, default="")
    name: Mapped[str] = mapped_column(Text, default="")
    detail: Mapped[dict[str, Any]] = mapped_column(JSONB, default=dict)
    sign: Mapped[int | None]
    made_at: Mapped[datetime] = mapped_column(MOMENT, default=utc_now)
    ends_at: Mapped[datetime | None] = mapped_column(MOMENT)
