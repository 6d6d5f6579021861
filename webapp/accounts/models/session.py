"""Sessions and one-time sign-in links, kept by the hash of their secret."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import DateTime, ForeignKey, Index, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import db, utc_now

MOMENT = DateTime(timezone=True)


class AccountSession(db.Model):  # type: ignore[name-defined,misc]
    """One browser's session; without an account while somebody is still signing in."""

    __tablename__ = "account_session"
    __table_args__ = (
        Index("ix_account_session_account_id", "account_id"),
        Index("ix_account_session_seen_at", "seen_at"),
    )

    id: Mapped[str] = mapped_column(Text, primary_key=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    data: Mapped[dict[str, Any]] = mapped_column(JSONB, default=dict)
    created_at: Mapped[datetime] = mapped_column(MOMENT, default=utc_now)
    seen_at: Mapped[datetime] = mapped_column(MOMENT, default=utc_now)
    proved_at: Mapped[datetime | None] = mapped_column(MOMENT)
    proved_by: Mapped[str] = mapped_column(Text, default="")
    agent: Mapped[str] = mapped_column(Text, default="")
    address: Mapped[str] = mapped_column(Text, default="")


class SignInLink(db.Model):  # type: ignore[name-defined,misc]
    """A link that signs one account in, once and soon."""

    __tablename__ = "sign_in_link"
    __table_args__ = (Index("ix_sign_in_link_account_id", "account_id"),)

    id: Mapped[str] = mapped_column(Text, primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    made_at: Mapped[datetime] = mapped_column(MOMENT, default=utc_now)
    ends_at: Mapped[datetime] = mapped_column(MOMENT)
    used_at: Mapped[datetime | None] = mapped_column(MOMENT)
    made_by: Mapped[str] = mapped_column(Text)
