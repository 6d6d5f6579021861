"""Column files over many matches, and which of them a match counts in.

The rows of a dataset lie in the object store; these name the files.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import db
from webapp.core.models import MOMENT


class DeadlockSegment(db.Model):  # type: ignore[name-defined,misc]
    """Column files that hold the rows of many matches; `gone` are those that count no more.

    `files` names one file for each dataset: {dataset: {"key", "rows", "bytes"}}.
    """

    __tablename__ = "deadlock_segment"

    segment_id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    made_at: Mapped[datetime] = mapped_column(MOMENT)
    shape: Mapped[str]
    matches: Mapped[int]
    gone: Mapped[list[int]] = mapped_column(ARRAY(BigInteger))
    files: Mapped[dict[str, dict[str, Any]]] = mapped_column(JSONB)


class DeadlockSegmentMatch(db.Model):  # type: ignore[name-defined,misc]
    """Which segment a match counts in, and which saving of it: one row, so it counts once."""

    __tablename__ = "deadlock_segment_match"

    match_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    segment_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("deadlock_segment.segment_id"), index=True
    )
    saved_at: Mapped[datetime] = mapped_column(MOMENT)
