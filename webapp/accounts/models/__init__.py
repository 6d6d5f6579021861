"""Tables of accounts; a file for each noun."""

from webapp.accounts.models.account import Account, Identity
from webapp.accounts.models.attempt import IdentityClaim, SignInAttempt, UsedNonce
from webapp.accounts.models.export import AccountExport
from webapp.accounts.models.follow import Follow, FollowCheck, JobAsker
from webapp.accounts.models.notice import Channel, Delivery, Notice
from webapp.accounts.models.password import MailLink, Password
from webapp.accounts.models.session import AccountSession, SignInLink
from webapp.accounts.models.token import ApiToken, RefreshToken, TokenFamily

__all__ = [
    "Account",
    "AccountExport",
    "AccountSession",
    "ApiToken",
    "Channel",
    "Delivery",
    "Follow",
    "FollowCheck",
    "Identity",
    "IdentityClaim",
    "JobAsker",
    "MailLink",
    "Notice",
    "Password",
    "RefreshToken",
    "SignInAttempt",
    "SignInLink",
    "TokenFamily",
    "UsedNonce",
]
