"""The address an account signs in with, where passwords are in use."""

from typing import Any, Final

from webapp.accounts.owned import Owned
from webapp.accounts.store.passwords import load_password


def export(account_id: int) -> Any:
    """Give the address; the password itself nobody knows."""
    found = load_password(account_id)
    return {"address": found.address, "changed_at": found.changed_at} if found else None


OWNED: Final = Owned(
    "password", ("password", "mail_link"), export, words="the address you sign in with"
)
