"""Forgetting what ended: sessions, links with their mails, archives.

Part of the caller's transaction.
"""

from __future__ import annotations

from datetime import timedelta

from webapp.accounts.actions.mailing import forget_mails
from webapp.accounts.store import exports, links, passwords, signed_in
from webapp.core.db import utc_now

KEPT_AFTER = timedelta(days=1)
"""For a day after its end a link still says what became of it."""


def forget_ended() -> None:
    """Forget all that ended."""
    before = utc_now() - KEPT_AFTER
    signed_in.forget_over()
    links.forget_links(before)
    forget_mails(passwords.forget_mail_links(before))
    exports.forget_files(exports.ended_exports())
