"""Accounts, and the identities by which they are known."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, DateTime, ForeignKey, Index, Text, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from webapp.accounts.domain.roles import ROLES
from webapp.core.db import db, utc_now

MOMENT = DateTime(timezone=True)
THEMES = ("system", "light", "dark")


class Account(db.Model):  # type: ignore[name-defined,misc]
    """A person here: what they are called, what they may do, how they like their pages."""

    __tablename__ = "account"
    __table_args__ = (
        CheckConstraint(f"role IN {ROLES}", name="role_known"),
        CheckConstraint(f"theme IN {THEMES}", name="theme_known"),
        Index("ix_account_name_lower", text("lower(name)")),
    )

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    role: Mapped[str] = mapped_column(Text, default="player")
    theme: Mapped[str] = mapped_column(Text, default="system")
    time_zone: Mapped[str] = mapped_column(Text, default="")
    language: Mapped[str] = mapped_column(Text, default="en")
    created_at: Mapped[datetime] = mapped_column(MOMENT, default=utc_now)
    disabled_at: Mapped[datetime | None] = mapped_column(MOMENT)
    disabled_why: Mapped[str] = mapped_column(Text, default="")


class Identity(db.Model):  # type: ignore[name-defined,misc]
    """One way an account is known: a provider's word for them, which never changes.

    `name` is what the provider calls them and only shown; `sealed_tokens` is encrypted.
    """

    __tablename__ = "identity"
    __table_args__ = (
        Index("uq_identity_subject", "provider", "subject", unique=True),
        Index("ix_identity_account_id", "account_id"),
    )

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    provider: Mapped[str] = mapped_column(Text)
    subject: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text, default="")
    detail: Mapped[dict[str, Any]] = mapped_column(JSONB, default=dict)
    sealed_tokens: Mapped[str | None] = mapped_column(Text)
    linked_at: Mapped[datetime] = mapped_column(MOMENT, default=utc_now)
    used_at: Mapped[datetime | None] = mapped_column(MOMENT)
