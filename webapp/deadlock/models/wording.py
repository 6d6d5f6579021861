"""A match's findings in other words. The facts stay in the match's slices."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import db
from webapp.core.models import MOMENT


class DeadlockWording(db.Model):  # type: ignore[name-defined,misc]
    """A match's findings in other words, for the facts named; null where a wording was refused."""

    __tablename__ = "deadlock_wording"

    match_id: Mapped[int] = mapped_column(
        BigInteger,
        ForeignKey("deadlock_match.match_id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    )
    facts_mark: Mapped[str]
    sentences: Mapped[list[str | None]] = mapped_column(JSONB)
    model: Mapped[str]
    made_at: Mapped[datetime] = mapped_column(MOMENT)
