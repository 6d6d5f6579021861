"""Archives of all an account's data, made on request and kept for a few days."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, DateTime, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import db, utc_now

MOMENT = DateTime(timezone=True)


class AccountExport(db.Model):  # type: ignore[name-defined,misc]
    """One archive, and where its bytes are."""

    __tablename__ = "account_export"
    __table_args__ = (Index("ix_account_export_account_id", "account_id"),)

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    object_key: Mapped[str] = mapped_column(Text)
    size_bytes: Mapped[int] = mapped_column(BigInteger)
    made_at: Mapped[datetime] = mapped_column(MOMENT, default=utc_now)
    ends_at: Mapped[datetime] = mapped_column(MOMENT)
