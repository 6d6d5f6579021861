"""Tables of accounts; a file for each noun."""

from webapp.accounts.models.account import Account, Identity
from webapp.accounts.models.session import AccountSession, SignInLink

__all__ = ["Account", "AccountSession", "Identity", "SignInLink"]
