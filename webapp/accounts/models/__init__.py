"""Tables of accounts; a file for each noun."""

from webapp.accounts.models.account import Account, Identity
from webapp.accounts.models.attempt import IdentityClaim, SignInAttempt, UsedNonce
from webapp.accounts.models.export import AccountExport
from webapp.accounts.models.password import MailLink, Password
from webapp.accounts.models.session import AccountSession, SignInLink

__all__ = [
    "Account",
    "AccountExport",
    "AccountSession",
    "Identity",
    "IdentityClaim",
    "MailLink",
    "Password",
    "SignInAttempt",
    "SignInLink",
    "UsedNonce",
]
