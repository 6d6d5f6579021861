"""What is kept of Deadlock in Postgres: matches, their page slices, players and histories.

Positions, damage and raw bodies are files in the object store; rows only name them.
"""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, DateTime, ForeignKey, Index, LargeBinary
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import db

Moment = DateTime(timezone=True)


class DeadlockMatch(db.Model):  # type: ignore[name-defined,misc]
    """One analysed match. `provenance` says whether its body can be trusted."""

    __tablename__ = "deadlock_match"
    __table_args__ = (
        CheckConstraint("provenance IN ('upstream', 'upload', 'generated')", name="provenance"),
        Index("ix_deadlock_match_saved", "provenance", "saved_at"),
    )

    match_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    provenance: Mapped[str]
    started_at: Mapped[datetime] = mapped_column(Moment, index=True)
    duration_s: Mapped[int]
    winning_team: Mapped[int | None]
    outcome: Mapped[str]
    game_mode: Mapped[str]
    match_mode: Mapped[str]
    kills_a: Mapped[int]
    kills_b: Mapped[int]
    fetched_at: Mapped[datetime] = mapped_column(Moment)
    saved_at: Mapped[datetime] = mapped_column(Moment)
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


class DeadlockPlayer(db.Model):  # type: ignore[name-defined,misc]
    """One of a match's players with the final figures questions across matches ask for."""

    __tablename__ = "deadlock_player"
    __table_args__ = (Index("ix_deadlock_player_account", "account_id", "match_id"),)

    match_id: Mapped[int] = mapped_column(
        BigInteger,
        ForeignKey("deadlock_match.match_id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    )
    slot: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    account_id: Mapped[int | None] = mapped_column(BigInteger)
    hero_id: Mapped[int] = mapped_column(BigInteger, index=True)
    team: Mapped[int]
    lane: Mapped[str | None]
    won: Mapped[bool | None]
    kills: Mapped[int]
    deaths: Mapped[int]
    assists: Mapped[int]
    souls: Mapped[int]
    level: Mapped[int]
    player_damage: Mapped[int]
    damage_taken: Mapped[int]
    objective_damage: Mapped[int]
    healing: Mapped[int]
    last_hits: Mapped[int]
    denies: Mapped[int]


class DeadlockAccount(db.Model):  # type: ignore[name-defined,misc]
    """A Steam account as we last heard of it, and when its history was last asked for."""

    __tablename__ = "deadlock_account"

    account_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    persona_name: Mapped[str | None]
    profile_fetched_at: Mapped[datetime | None] = mapped_column(Moment)
    history_fetched_at: Mapped[datetime | None] = mapped_column(Moment)
    rank: Mapped[int | None]


class DeadlockHistory(db.Model):  # type: ignore[name-defined,misc]
    """One line of an account's match history, as the archive tells it."""

    __tablename__ = "deadlock_history"
    __table_args__ = (Index("ix_deadlock_history_recent", "account_id", "started_at"),)

    account_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    match_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    started_at: Mapped[datetime] = mapped_column(Moment)
    duration_s: Mapped[int | None]
    hero_id: Mapped[int] = mapped_column(BigInteger)
    game_mode: Mapped[str]
    match_mode: Mapped[str]
    won: Mapped[bool | None]
    abandoned: Mapped[bool]
    kills: Mapped[int]
    deaths: Mapped[int]
    assists: Mapped[int]
    souls: Mapped[int]
    last_hits: Mapped[int]
    denies: Mapped[int]


class DeadlockUpload(db.Model):  # type: ignore[name-defined,misc]
    """A file a reader brought, named by its content, and the match it turned out to hold."""

    __tablename__ = "deadlock_upload"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    filename: Mapped[str]
    object_key: Mapped[str]
    bytes: Mapped[int]
    uploaded_at: Mapped[datetime] = mapped_column(Moment)
    match_id: Mapped[int | None] = mapped_column(BigInteger)


class DeadlockSegment(db.Model):  # type: ignore[name-defined,misc]
    """Column files that hold the rows of many matches; `gone` are those that count no more.

    `files` names one file for each dataset: {dataset: {"key", "rows", "bytes"}}.
    """

    __tablename__ = "deadlock_segment"

    segment_id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    made_at: Mapped[datetime] = mapped_column(Moment)
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
    saved_at: Mapped[datetime] = mapped_column(Moment)


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
    fetched_at: Mapped[datetime] = mapped_column(Moment)


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
    tried_at: Mapped[datetime] = mapped_column(Moment)
    source: Mapped[str]
    kept_at: Mapped[datetime | None] = mapped_column(Moment)
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
    uploaded_at: Mapped[datetime] = mapped_column(Moment, index=True)
    match_id: Mapped[int | None] = mapped_column(BigInteger)


class DeadlockBuild(db.Model):  # type: ignore[name-defined,misc]
    """A published build in one version, as the archive told it: JSON of its author's lists."""

    __tablename__ = "deadlock_build"

    build_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    version: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    fetched_at: Mapped[datetime] = mapped_column(Moment)
    body: Mapped[bytes] = mapped_column(LargeBinary)


class DeadlockBuildUse(db.Model):  # type: ignore[name-defined,misc]
    """Which version of a build a match's page shows; none when the archive keeps no such build."""

    __tablename__ = "deadlock_build_use"

    match_id: Mapped[int] = mapped_column(
        BigInteger,
        ForeignKey("deadlock_match.match_id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    )
    build_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    version: Mapped[int | None] = mapped_column(BigInteger)
    asked_at: Mapped[datetime] = mapped_column(Moment)


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
    made_at: Mapped[datetime] = mapped_column(Moment)
