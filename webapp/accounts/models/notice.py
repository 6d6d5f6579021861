"""What people were told, where they want to be told, and how each telling went.

Addresses and secrets of others lie sealed here; what is shown of them is masked.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, DateTime, ForeignKey, Index, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import db, utc_now

MOMENT = DateTime(timezone=True)
KINDS = ("bell", "discord", "email", "webhook")
STATES = ("waiting", "done", "failed")


class Notice(db.Model):  # type: ignore[name-defined,misc]
    """One thing that happened, as one account is told of it; `subject` lets it happen once."""

    __tablename__ = "notice"
    __table_args__ = (
        Index("uq_notice_subject", "account_id", "event", "subject", unique=True),
        Index("ix_notice_account_id", "account_id", "id"),
        Index("ix_notice_at", "at"),
    )

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    event: Mapped[str] = mapped_column(Text)
    subject: Mapped[str] = mapped_column(Text)
    title: Mapped[str] = mapped_column(Text)
    said: Mapped[str] = mapped_column(Text, default="")
    url: Mapped[str] = mapped_column(Text, default="")
    at: Mapped[datetime] = mapped_column(MOMENT, default=utc_now)
    in_bell: Mapped[bool] = mapped_column(default=True)
    read_at: Mapped[datetime | None] = mapped_column(MOMENT)


class Channel(db.Model):  # type: ignore[name-defined,misc]
    """One place an account wants to be told in, and of what."""

    __tablename__ = "channel"
    __table_args__ = (
        CheckConstraint(f"kind IN {KINDS}", name="kind_known"),
        Index("ix_channel_account_id", "account_id"),
        Index("ix_channel_proof_hash", "proof_hash", unique=True),
    )

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(Text)
    sealed_address: Mapped[str] = mapped_column(Text, default="")
    shown: Mapped[str] = mapped_column(Text, default="")
    events: Mapped[list[str]] = mapped_column(JSONB, default=list)
    sealed_secret: Mapped[str | None] = mapped_column(Text)
    sealed_old_secret: Mapped[str | None] = mapped_column(Text)
    old_until: Mapped[datetime | None] = mapped_column(MOMENT)
    proof_hash: Mapped[str | None] = mapped_column(Text)
    proof_until: Mapped[datetime | None] = mapped_column(MOMENT)
    created_at: Mapped[datetime] = mapped_column(MOMENT, default=utc_now)
    failing_since: Mapped[datetime | None] = mapped_column(MOMENT)
    off_at: Mapped[datetime | None] = mapped_column(MOMENT)
    off_why: Mapped[str] = mapped_column(Text, default="")


class Delivery(db.Model):  # type: ignore[name-defined,misc]
    """One message to one channel: what is sent, and how the last try went."""

    __tablename__ = "delivery"
    __table_args__ = (
        CheckConstraint(f"state IN {STATES}", name="state_known"),
        Index("ix_delivery_channel_id", "channel_id", "id"),
        Index("ix_delivery_notice_id", "notice_id"),
        Index("ix_delivery_created_at", "created_at"),
    )

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    channel_id: Mapped[int] = mapped_column(ForeignKey("channel.id", ondelete="CASCADE"))
    notice_id: Mapped[int | None] = mapped_column(ForeignKey("notice.id", ondelete="CASCADE"))
    message_id: Mapped[str] = mapped_column(Text)
    event: Mapped[str] = mapped_column(Text)
    body: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(Text, default="waiting")
    attempt: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime] = mapped_column(MOMENT, default=utc_now)
    tried_at: Mapped[datetime | None] = mapped_column(MOMENT)
    next_at: Mapped[datetime | None] = mapped_column(MOMENT)
    status: Mapped[int | None]
    latency_ms: Mapped[int | None]
    answer: Mapped[str] = mapped_column(Text, default="")
