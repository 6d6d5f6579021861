"""The address an account signs in with, where passwords are in use."""

from typing import Any, Final

from webapp.accounts.actions.mailing import forget_mails
from webapp.accounts.owned import Owned
from webapp.accounts.store.passwords import drop_mail_links, load_password


def export(account_id: int) -> Any:
    """Give the address; the password itself nobody knows."""
    found = load_password(account_id)
    return {"address": found.address, "changed_at": found.changed_at} if found else None


def delete(account_id: int) -> None:
    """Delete the links that went to the address, and the mails that held it."""
    forget_mails(drop_mail_links(account_id))


OWNED: Final = Owned(
    "password", ("password", "mail_link"), export, delete, words="the address you sign in with"
)
