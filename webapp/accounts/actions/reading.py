"""What somebody may do with what they were told."""

from __future__ import annotations

from webapp.accounts.store import notices
from webapp.core.db import db


def mark_read(account_id: int, notice_id: int | None) -> None:
    """Mark one of somebody's notices as read, or all of them. Commits."""
    notices.mark_read(account_id, notice_id)
    db.session.commit()
