"""Tokens of programs, kept by the hash of their secret: personal ones, and what grows from them.

A personal token is exchanged for a family: a short-lived access token that is signed and kept
nowhere, and a refresh token that is used once for the next pair.
"""

from __future__ import annotations

import uuid
from datetime import datetime

from sqlalchemy import BigInteger, DateTime, ForeignKey, Index, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import db, utc_now

MOMENT = DateTime(timezone=True)


class ApiToken(db.Model):  # type: ignore[name-defined,misc]
    """A token somebody made for a program; `tail` is all of it that is ever shown again."""

    __tablename__ = "api_token"
    __table_args__ = (
        Index("uq_api_token_digest", "digest", unique=True),
        Index("ix_api_token_account_id", "account_id"),
    )

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(Text)
    digest: Mapped[str] = mapped_column(Text)
    tail: Mapped[str] = mapped_column(Text)
    scopes: Mapped[list[str]] = mapped_column(JSONB)
    made_at: Mapped[datetime] = mapped_column(MOMENT, default=utc_now)
    ends_at: Mapped[datetime] = mapped_column(MOMENT)
    used_at: Mapped[datetime | None] = mapped_column(MOMENT)


class TokenFamily(db.Model):  # type: ignore[name-defined,misc]
    """All pairs that grew from one exchange; they end together."""

    __tablename__ = "token_family"
    __table_args__ = (Index("ix_token_family_token_id", "token_id"),)

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    token_id: Mapped[int] = mapped_column(ForeignKey("api_token.id", ondelete="CASCADE"))
    scopes: Mapped[list[str]] = mapped_column(JSONB)
    made_at: Mapped[datetime] = mapped_column(MOMENT, default=utc_now)
    ends_at: Mapped[datetime] = mapped_column(MOMENT)
    revoked_at: Mapped[datetime | None] = mapped_column(MOMENT)
    revoked_why: Mapped[str] = mapped_column(Text, default="")


class RefreshToken(db.Model):  # type: ignore[name-defined,misc]
    """One refresh token of a family; used a second time, it ends the family."""

    __tablename__ = "refresh_token"
    __table_args__ = (Index("ix_refresh_token_family_id", "family_id"),)

    digest: Mapped[str] = mapped_column(Text, primary_key=True)
    family_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("token_family.id", ondelete="CASCADE"))
    made_at: Mapped[datetime] = mapped_column(MOMENT, default=utc_now)
    used_at: Mapped[datetime | None] = mapped_column(MOMENT)
