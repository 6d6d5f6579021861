"""A match's findings in other words. The facts stay in the match's slices."""

from __future__ import annotations

from sqlalchemy import BigInteger, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import db
from webapp.matchroom.models import WordingColumns


class DeadlockWording(WordingColumns, db.Model):  # type: ignore[name-defined,misc]
    """What is kept of one match's rewording."""

    __tablename__ = "deadlock_wording"

    match_id: Mapped[int] = mapped_column(
        BigInteger,
        ForeignKey("deadlock_match.match_id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    )
