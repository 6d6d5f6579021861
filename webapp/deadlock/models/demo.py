"""Demos: where a match's recording lies, what became of it, and those readers brought.

What a demo told is in Parquet files these rows name.
"""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import db
from webapp.core.models import MOMENT


class DeadlockSalts(db.Model):  # type: ignore[name-defined,misc]
    """Where a match's files lie on the game's own servers, as the archive told."""

    __tablename__ = "deadlock_salts"

    match_id: Mapped[int] = mapped_column(
        BigInteger,
        ForeignKey("deadlock_match.match_id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    )
    cluster_id: Mapped[int | None]
    metadata_salt: Mapped[int | None] = mapped_column(BigInteger)
    replay_salt: Mapped[int | None] = mapped_column(BigInteger)
    metadata_url: Mapped[str | None]
    demo_url: Mapped[str | None]
    fetched_at: Mapped[datetime] = mapped_column(MOMENT)


class DeadlockDemo(db.Model):  # type: ignore[name-defined,misc]
    """What became of a match's demo: the one that is kept, and the last try.

    `tables` names one file for each dataset: {dataset: {"key", "rows", "bytes"}}; `missing` says
    in sentences what could not be read. `match_sha256` is the body it was compared with.
    """

    __tablename__ = "deadlock_demo"
    __table_args__ = (
        CheckConstraint("state IN ('none', 'partial', 'kept')", name="state"),
        CheckConstraint("source IN ('', 'salts', 'upload', 'generated')", name="source"),
    )

    match_id: Mapped[int] = mapped_column(
        BigInteger,
        ForeignKey("deadlock_match.match_id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    )
    state: Mapped[str]
    sentence: Mapped[str]
    tried_at: Mapped[datetime] = mapped_column(MOMENT)
    source: Mapped[str]
    kept_at: Mapped[datetime | None] = mapped_column(MOMENT)
    match_sha256: Mapped[str]
    build: Mapped[int | None]
    map_name: Mapped[str]
    seconds: Mapped[float | None]
    on_match_clock: Mapped[bool]
    reader: Mapped[str]
    packed_bytes: Mapped[int | None] = mapped_column(BigInteger)
    demo_bytes: Mapped[int | None] = mapped_column(BigInteger)
    demo_sha256: Mapped[str]
    agreed: Mapped[str]
    tables: Mapped[dict[str, dict[str, Any]]] = mapped_column(JSONB)
    missing: Mapped[list[str]] = mapped_column(JSONB)


class DeadlockDemoUpload(db.Model):  # type: ignore[name-defined,misc]
    """A demo a reader brought, in parts in the object store until it has been read."""

    __tablename__ = "deadlock_demo_upload"

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    filename: Mapped[str]
    parts: Mapped[int]
    bytes: Mapped[int] = mapped_column(BigInteger)
    sha256: Mapped[str]
    uploaded_at: Mapped[datetime] = mapped_column(MOMENT, index=True)
    match_id: Mapped[int | None] = mapped_column(BigInteger)
