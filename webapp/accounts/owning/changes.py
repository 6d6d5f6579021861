"""What the audit has noted about an account; it stays after the account, by number alone."""

from typing import Any, Final

from webapp.accounts.owned import Owned
from webapp.accounts.store.changes import noted_about


def export(account_id: int) -> Any:
    """Give what was done by this account or to it."""
    return noted_about(f"account:{account_id}")


OWNED: Final = Owned("changes", (), export, words="what was changed about your account")
