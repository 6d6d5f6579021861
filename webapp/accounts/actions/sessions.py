"""Ending one's own sessions: one, all others, all."""

from __future__ import annotations

from webapp.accounts.domain.secret import hash_of
from webapp.accounts.store import signed_in
from webapp.core.audit import audit
from webapp.core.db import db


def handle_of(session_id: str) -> str:
    """Give a short name of a session that opens nothing, for addresses and pages."""
    return hash_of(session_id)[:16]


def end_one(account_id: int, handle: str) -> str | None:
    """End one of an account's own sessions; gives its id, None when there is no such one."""
    found = [one.id for one in signed_in.sessions_of(account_id) if handle_of(one.id) == handle]
    if not found or not signed_in.end_one(account_id, found[0]):
        db.session.rollback()
        return None
    _note(account_id, 1)
    return found[0]


def end_all(account_id: int, *, but: str = "") -> int:
    """End an account's sessions, all or all but one; gives how many."""
    ended = signed_in.end_all(account_id, but=but)
    _note(account_id, ended)
    return ended


def _note(account_id: int, ended: int) -> None:
    who = f"account:{account_id}"
    audit(who, "end sessions", who, None, {"ended": ended})
    db.session.commit()
