"""What the audit noted about somebody; reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import or_, select

from webapp.core.db import db
from webapp.core.models import Audit

MOST = 10_000


@dataclass(frozen=True, slots=True)
class Change:
    """One row of the audit, without the other actor's name."""

    at: datetime
    action: str
    subject: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


def noted_about(subject: str) -> tuple[Change, ...]:
    """Give what was done by somebody or to them, the oldest first."""
    columns = (getattr(Audit, name) for name in Change.__slots__)
    wanted = select(*columns).where(or_(Audit.actor == subject, Audit.subject == subject))
    return tuple(Change(*row) for row in db.session.execute(wanted.order_by(Audit.id).limit(MOST)))
