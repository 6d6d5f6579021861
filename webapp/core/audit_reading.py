"""The audit as it is read: who changed what, newest first, by actor, action, subject and time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, select

from webapp.core.db import db
from webapp.core.models import Audit

PAGE: Final = 50


@dataclass(frozen=True, slots=True)
class AuditWanted:
    """Which rows are asked for; an empty field asks for all, `before` is a row's id.

    `subject` is how one begins, `about` a whole one.
    """

    actor: str = ""
    action: str = ""
    subject: str = ""
    about: str = ""
    since: datetime | None = None
    until: datetime | None = None
    before: int = 0


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One change."""

    id: int
    at: datetime
    actor: str
    action: str
    subject: str
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None
    request_id: str


def read_audit(wanted: AuditWanted) -> tuple[tuple[AuditRow, ...], int]:
    """Give one page of changes, and the id to go on from (0 on the last page)."""
    columns = (getattr(Audit, name) for name in AuditRow.__slots__)
    query = select(*columns).where(*_filters(wanted)).order_by(Audit.id.desc()).limit(PAGE + 1)
    rows = tuple(AuditRow(*row) for row in db.session.execute(query))
    return rows[:PAGE], rows[PAGE - 1].id if len(rows) > PAGE else 0


def last_actor(action: str, subject: str) -> str:
    """Name who did something to something last; nobody when it never was."""
    did = select(Audit.actor).where(Audit.subject == subject, Audit.action == action)
    return db.session.scalar(did.order_by(Audit.id.desc()).limit(1)) or ""


def audit_actions() -> tuple[str, ...]:
    """Name every action there ever was."""
    return tuple(db.session.scalars(select(Audit.action).distinct().order_by(Audit.action)))


def _filters(wanted: AuditWanted) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.actor:
        found.append(Audit.actor == wanted.actor)
    if wanted.action:
        found.append(Audit.action == wanted.action)
    if wanted.subject:
        found.append(Audit.subject.startswith(wanted.subject, autoescape=True))
    if wanted.about:
        found.append(Audit.subject == wanted.about)
    if wanted.since:
        found.append(Audit.at >= wanted.since)
    if wanted.until:
        found.append(Audit.at < wanted.until)
    if wanted.before:
        found.append(Audit.id < wanted.before)
    return found
