"""Tables no game owns: what upstreams answered, what was kept of it, what could not be read.

Rows here are plumbing's memory. They hold no meaning of any game and no secret.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import DDL, BigInteger, CheckConstraint, DateTime, Index, Text, event, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import db, utc_now

MOMENT = DateTime(timezone=True)


class UpstreamReply(db.Model):  # type: ignore[name-defined,misc]
    """One answer of one upstream, or the lack of one; old rows are pruned."""

    __tablename__ = "upstream_reply"
    __table_args__ = (
        Index("ix_upstream_reply_upstream_at", "upstream", "at"),
        Index("ix_upstream_reply_at", "at"),
    )

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    upstream: Mapped[str] = mapped_column(Text)
    route: Mapped[str] = mapped_column(Text)
    status: Mapped[int | None]
    outcome: Mapped[str] = mapped_column(Text)
    latency_ms: Mapped[int]
    bytes: Mapped[int] = mapped_column(BigInteger)
    remaining: Mapped[int | None]
    request_id: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(MOMENT, default=utc_now)


class UpstreamPause(db.Model):  # type: ignore[name-defined,misc]
    """An upstream nobody asks for now; `name` stands for all of its parts, `riot` for `riot-eu`."""

    __tablename__ = "upstream_pause"

    name: Mapped[str] = mapped_column(Text, primary_key=True)
    paused_at: Mapped[datetime] = mapped_column(MOMENT, default=utc_now)
    paused_by: Mapped[str] = mapped_column(Text)
    why: Mapped[str] = mapped_column(Text, default="")


class ResponseCache(db.Model):  # type: ignore[name-defined,misc]
    """The last good answer to one question; its body lies in the object store."""

    __tablename__ = "response_cache"
    __table_args__ = (Index("ix_response_cache_used_at", "used_at"),)

    key: Mapped[str] = mapped_column(Text, primary_key=True)
    upstream: Mapped[str] = mapped_column(Text)
    route: Mapped[str] = mapped_column(Text)
    status: Mapped[int]
    headers: Mapped[dict[str, str]] = mapped_column(JSONB)
    etag: Mapped[str | None] = mapped_column(Text)
    last_modified: Mapped[str | None] = mapped_column(Text)
    object_key: Mapped[str] = mapped_column(Text)
    bytes: Mapped[int] = mapped_column(BigInteger)
    fetched_at: Mapped[datetime] = mapped_column(MOMENT)
    fresh_until: Mapped[datetime] = mapped_column(MOMENT)
    used_at: Mapped[datetime] = mapped_column(MOMENT, default=utc_now)


class Quarantine(db.Model):  # type: ignore[name-defined,misc]
    """A payload nobody could read, kept with its raw body until a parser can."""

    __tablename__ = "quarantine"
    __table_args__ = (Index("ix_quarantine_kind_key", "kind", "key"),)

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    kind: Mapped[str] = mapped_column(Text)
    key: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text)
    detail: Mapped[dict[str, Any]] = mapped_column(JSONB, default=dict)
    object_key: Mapped[str | None] = mapped_column(Text)
    seen_at: Mapped[datetime] = mapped_column(MOMENT, default=utc_now)
    released_at: Mapped[datetime | None] = mapped_column(MOMENT)


class Dataset(db.Model):  # type: ignore[name-defined,misc]
    """One version of a game's names and numbers; at most one of a name is current."""

    __tablename__ = "dataset"
    __table_args__ = (
        Index("uq_dataset_current", "name", unique=True, postgresql_where=text("current")),
    )

    name: Mapped[str] = mapped_column(Text, primary_key=True)
    version: Mapped[str] = mapped_column(Text, primary_key=True)
    fetched_at: Mapped[datetime] = mapped_column(MOMENT, default=utc_now)
    object_key: Mapped[str] = mapped_column(Text)
    sha256: Mapped[str] = mapped_column(Text)
    current: Mapped[bool] = mapped_column(default=False)


class StoredFolder(db.Model):  # type: ignore[name-defined,misc]
    """How much one folder of the object store held when it was last counted."""

    __tablename__ = "stored_folder"

    folder: Mapped[str] = mapped_column(Text, primary_key=True)
    objects: Mapped[int] = mapped_column(BigInteger)
    bytes: Mapped[int] = mapped_column(BigInteger)
    counted_at: Mapped[datetime] = mapped_column(MOMENT)


class StoredOrphan(db.Model):  # type: ignore[name-defined,misc]
    """An object no row names, and since when that is known."""

    __tablename__ = "stored_orphan"

    key: Mapped[str] = mapped_column(Text, primary_key=True)
    bytes: Mapped[int] = mapped_column(BigInteger)
    found_at: Mapped[datetime] = mapped_column(MOMENT)


class Audit(db.Model):  # type: ignore[name-defined,misc]
    """Who changed what, only ever added to."""

    __tablename__ = "audit"
    __table_args__ = (
        Index("ix_audit_at", "at"),
        Index("ix_audit_subject", "subject", "id"),
        CheckConstraint("action <> ''", name="action_said"),
    )

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    at: Mapped[datetime] = mapped_column(MOMENT, default=utc_now)
    actor: Mapped[str] = mapped_column(Text)
    action: Mapped[str] = mapped_column(Text)
    subject: Mapped[str] = mapped_column(Text)
    before: Mapped[dict[str, Any] | None] = mapped_column(JSONB)
    after: Mapped[dict[str, Any] | None] = mapped_column(JSONB)
    request_id: Mapped[str] = mapped_column(Text)


# Append-only by the database's own word: a slip of ours or a stolen connection of the app's
# rewrites nothing. TRUNCATE, which tests use, is left to who owns the table.
APPEND_ONLY = """
CREATE OR REPLACE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the audit is only ever added to'; END $$;
CREATE OR REPLACE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON audit
FOR EACH ROW EXECUTE FUNCTION audit_is_append_only();
"""
event.listen(Audit.__table__, "after_create", DDL(APPEND_ONLY))  # type: ignore[no-untyped-call]
