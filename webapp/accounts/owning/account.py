"""The account itself: its name, role and preferences."""

from typing import Any, Final

from webapp.accounts.owned import Owned
from webapp.accounts.store.accounts import load_account


def export(account_id: int) -> Any:
    """Give the account as its owner may read it."""
    return load_account(account_id)


OWNED: Final = Owned("account", ("account",), export, words="your name and preferences")
