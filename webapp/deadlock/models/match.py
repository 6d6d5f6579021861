"""An analysed match and its page slices: positions, damage and the raw body are files.

Rows only name the files; what a slice holds is the analysis's to say.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, LargeBinary
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import db
from webapp.core.models import MOMENT


class DeadlockMatch(db.Model):  # type: ignore[name-defined,misc]
    """One analysed match. `provenance` says whether its body can be trusted."""

    __tablename__ = "deadlock_match"
    __table_args__ = (
        CheckConstraint("provenance IN ('upstream', 'upload', 'generated')", name="provenance"),
        Index("ix_deadlock_match_saved", "provenance", "saved_at"),
    )

    match_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    provenance: Mapped[str]
    started_at: Mapped[datetime] = mapped_column(MOMENT, index=True)
    duration_s: Mapped[int]
    winning_team: Mapped[int | None]
    outcome: Mapped[str]
    game_mode: Mapped[str]
    match_mode: Mapped[str]
    kills_a: Mapped[int]
    kills_b: Mapped[int]
    fetched_at: Mapped[datetime] = mapped_column(MOMENT)
    saved_at: Mapped[datetime] = mapped_column(MOMENT)
    raw_key: Mapped[str]
    raw_format: Mapped[str]
    raw_sha256: Mapped[str]
    raw_bytes: Mapped[int]
    paths_key: Mapped[str | None]
    damage_key: Mapped[str | None]
    kept_bytes: Mapped[int]
    analysis_version: Mapped[int] = mapped_column(index=True)
    content_version: Mapped[str]
    missing: Mapped[list[str]] = mapped_column(JSONB)


class DeadlockSlice(db.Model):  # type: ignore[name-defined,misc]
    """What one part of a match's pages shows, ready to be read: JSON of one dataclass, zstd."""

    __tablename__ = "deadlock_slice"

    match_id: Mapped[int] = mapped_column(
        BigInteger,
        ForeignKey("deadlock_match.match_id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    )
    name: Mapped[str] = mapped_column(primary_key=True)
    body: Mapped[bytes] = mapped_column(LargeBinary)
