"""Deleting one's account: everything that is theirs goes, at once and for good."""

from __future__ import annotations

from typing import Final

from webapp.accounts.owned import owned
from webapp.accounts.store import accounts, people
from webapp.core.audit import audit
from webapp.core.db import db

LAST_ADMIN: Final = (
    "You are the last admin who can sign in. Make somebody else an admin first; then your "
    "account can be deleted."
)


class Kept(Exception):
    """The account cannot be deleted as things stand; says why in a sentence."""


def delete_account(account_id: int) -> None:
    """Delete an account with all it owns; the row that notes it holds its number alone."""
    admins = people.hold_admins()
    held = accounts.hold_account(account_id)
    if held is None:
        db.session.rollback()
        return
    if admins == (account_id,):
        db.session.rollback()
        raise Kept(LAST_ADMIN)
    for one in owned():
        one.delete(account_id)
    accounts.delete_account(account_id)
    audit(f"account:{account_id}", "delete account", f"account:{account_id}")
    db.session.commit()
