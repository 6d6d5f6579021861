"""What people follow, who asked for which work, and when followed players were last looked at."""

from __future__ import annotations

import uuid
from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, DateTime, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import db, utc_now

MOMENT = DateTime(timezone=True)
KINDS = ("match", "player")


class Follow(db.Model):  # type: ignore[name-defined,misc]
    """A player or a match somebody wants to hear of; `key` is their game's own name for it."""

    __tablename__ = "follow"
    __table_args__ = (
        CheckConstraint(f"kind IN {KINDS}", name="kind_known"),
        Index("uq_follow_thing", "account_id", "game", "kind", "key", unique=True),
        Index("ix_follow_thing", "game", "kind", "key"),
    )

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    game: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(Text)
    key: Mapped[str] = mapped_column(Text)
    title: Mapped[str] = mapped_column(Text)
    url: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(MOMENT, default=utc_now)


class FollowCheck(db.Model):  # type: ignore[name-defined,misc]
    """When a followed player was last looked up, and by which run."""

    __tablename__ = "follow_check"
    __table_args__ = (Index("ix_follow_check_run_id", "run_id"),)

    game: Mapped[str] = mapped_column(Text, primary_key=True)
    key: Mapped[str] = mapped_column(Text, primary_key=True)
    checked_at: Mapped[datetime] = mapped_column(MOMENT)
    run_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("job_run.id", ondelete="SET NULL"))


class JobAsker(db.Model):  # type: ignore[name-defined,misc]
    """Somebody signed in who asked for a run; many may share one."""

    __tablename__ = "job_asker"
    __table_args__ = (Index("ix_job_asker_account_id", "account_id", "asked_at"),)

    run_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("job_run.id", ondelete="CASCADE"), primary_key=True
    )
    account_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), primary_key=True
    )
    asked_at: Mapped[datetime] = mapped_column(MOMENT, default=utc_now)
