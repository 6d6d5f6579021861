"""The pages of signing in by e-mail and password: asking, being mailed, choosing one."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.accounts.domain.names import LONGEST_NAME
from webapp.accounts.domain.passwords import SHORTEST
from webapp.accounts.store import accounts, passwords

STANDING = "This link was used already, is older than an hour, or was copied without its end."
OTHERS = (
    "Somebody signed in asked for this link. Sign in to that account in this browser, then open "
    "the link again."
)


@dataclass(frozen=True, slots=True)
class PasswordPage:
    """The two forms: signing in, and having a link mailed."""

    next_path: str
    problem: str


@dataclass(frozen=True, slots=True)
class MailedPage:
    """What is said once a link was asked for: the same to everybody."""

    sentence: str


@dataclass(frozen=True, slots=True)
class NewPasswordPage:
    """Choosing a password by a mailed link; `shut` says why the link is worth nothing."""

    address: str
    is_new: bool
    name: str
    shortest: int
    longest_name: int
    shut: str
    problem: str


@dataclass(frozen=True, slots=True)
class MyPasswordPage:
    """The address one signs in with, and having a link mailed to change it."""

    address: str
    problem: str


def new_password_page(
    secret: str, mine_id: int | None, *, name: str = "", problem: str = ""
) -> NewPasswordPage:
    """Show what a mailed link opens for whoever holds it; uses nothing up."""
    link = passwords.load_mail_link(secret)
    shut, is_new = STANDING if link is None else "", False
    if link is not None:
        known = passwords.password_at(link.address)
        is_new = link.account_id is None and known is None
        owner = link.account_id or (known.account_id if known else None)
        account = accounts.load_account(owner) if owner else None
        if account and account.disabled_at:
            shut = "The account of this address is closed."
        elif link.account_id is not None and link.account_id != mine_id:
            shut = OTHERS
    return NewPasswordPage(
        address=link.address if link and not shut else "",
        is_new=is_new,
        name=name,
        shortest=SHORTEST,
        longest_name=LONGEST_NAME,
        shut=shut,
        problem=problem,
    )


def my_password_page(account_id: int, problem: str = "") -> MyPasswordPage:
    """Show the address an account signs in with."""
    found = passwords.load_password(account_id)
    return MyPasswordPage(found.address if found else "", problem)
