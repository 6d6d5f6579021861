"""Every change an admin makes leaves a row of the audit, in the transaction of the change."""

from __future__ import annotations

from typing import Any, Final, NoReturn

from flask import abort, request

from webapp.accounts.current import current_account
from webapp.core.audit import audit
from webapp.core.db import db

LONGEST_WHY: Final = 300


def actor() -> str:
    """Name the admin who asks, as the audit writes them."""
    mine = current_account()
    if mine is None:
        abort(404)
    return f"account:{mine.id}"


def keep_change(
    action: str,
    subject: str,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> None:
    """Write down who changed what and keep both. Commits."""
    audit(actor(), action, subject, before, after)
    db.session.commit()


def given_why() -> str:
    """Read the reason a form gives: one printable line, or nothing."""
    text = "".join(one if one.isprintable() else " " for one in request.form.get("why", ""))
    return " ".join(text.split())[:LONGEST_WHY]


def refuse(sentence: str) -> NoReturn:
    """Leave everything as it is, and say why."""
    db.session.rollback()
    abort(409, sentence)
