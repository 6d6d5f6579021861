"""Tokens an account made for programs; what grew from them goes with them."""

from typing import Any, Final

from webapp.accounts.owned import Owned
from webapp.accounts.store.tokens import tokens_of


def export(account_id: int) -> Any:
    """Give them without their secrets, of which only hashes are kept."""
    return tokens_of(account_id)


OWNED: Final = Owned("tokens", ("api_token",), export, words="your tokens, without their secrets")
