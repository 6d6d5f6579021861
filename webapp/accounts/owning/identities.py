"""The identities an account is known by."""

from typing import Any, Final

from webapp.accounts.owned import Owned
from webapp.accounts.store.ways_in import identities_of


def export(account_id: int) -> Any:
    """Give them without the provider's tokens."""
    return identities_of(account_id)


OWNED: Final = Owned("identities", ("identity",), export, words="your accounts elsewhere")
