"""Passwords of accounts that have one, and the links by which an address is verified."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import DateTime, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import db, utc_now

MOMENT = DateTime(timezone=True)


class Password(db.Model):  # type: ignore[name-defined,misc]
    """How one account signs in by a verified address; the password only as an argon2id hash."""

    __tablename__ = "password"
    __table_args__ = (Index("uq_password_address", "address", unique=True),)

    account_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    address: Mapped[str] = mapped_column(Text)
    hash: Mapped[str] = mapped_column(Text)
    changed_at: Mapped[datetime] = mapped_column(MOMENT, default=utc_now)


class MailLink(db.Model):  # type: ignore[name-defined,misc]
    """A mailed link that proves an address, once and soon; kept by the hash of its secret.

    `account_id` is set when somebody signed in asked for it.
    """

    __tablename__ = "mail_link"
    __table_args__ = (Index("ix_mail_link_account_id", "account_id"),)

    id: Mapped[str] = mapped_column(Text, primary_key=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    address: Mapped[str] = mapped_column(Text)
    made_at: Mapped[datetime] = mapped_column(MOMENT, default=utc_now)
    ends_at: Mapped[datetime] = mapped_column(MOMENT)
    used_at: Mapped[datetime | None] = mapped_column(MOMENT)
