"""Signing in by e-mail and password, where an installation wants it.

Who asks learns nothing about which addresses are known: known or not, the answer and the work
behind it are the same. A mailed link proves an address and is how a password is set, whether for
the first time or because it was forgotten.
"""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError
from sqlalchemy.exc import IntegrityError

from webapp.accounts.actions.mailing import Mail, ask_to_mail
from webapp.accounts.domain.names import fitting_name
from webapp.accounts.domain.passwords import LONGEST
from webapp.accounts.domain.secret import hash_of, new_secret
from webapp.accounts.models import MailLink
from webapp.accounts.store import accounts, passwords, signed_in
from webapp.core.audit import audit
from webapp.core.db import db, utc_now
from webapp.core.settings import current_settings

LINK_LIVES: Final = timedelta(hours=1)
SUBJECT: Final = "Your way into Guildhall"
TEXT: Final = """Hello,

somebody, you we hope, asked to sign in to Guildhall with this address.
Choose a password here; the link works once, within one hour:

{url}

If it was not you, there is nothing to do: without this link nothing happens.
"""


class Taken(Exception):
    """The address opens another account already."""


@cache
def _hasher() -> PasswordHasher:
    """Give argon2id at the library's own figures (RFC 9106, low memory)."""
    return PasswordHasher()


@cache
def _nobodys() -> str:
    """Give a hash no password fits, so that an unknown address costs as much as a known one."""
    return _hasher().hash(new_secret())


def check_password(address: str, password: str) -> int | None:
    """Give whose address and password these are; None for a wrong one of either."""
    found = passwords.password_at(address)
    fits = _fits(found.hash if found else _nobodys(), password)
    account = accounts.load_account(found.account_id) if found and fits else None
    if found is None or account is None or account.disabled_at:
        return None
    if _hasher().check_needs_rehash(found.hash):
        passwords.keep_password(account.id, address, _hasher().hash(password))
        db.session.commit()
    return account.id


def _fits(hashed: str, password: str) -> bool:
    if len(password) > LONGEST:
        password = ""
    try:
        return _hasher().verify(hashed, password)
    except (Argon2Error, InvalidHashError):
        return False


def mail_link(address: str, account_id: int | None = None) -> None:
    """Have a link mailed that proves an address, known here or not."""
    secret = new_secret()
    passwords.add_mail_link(secret, address, account_id, utc_now() + LINK_LIVES)
    url = f"{current_settings().public_url}/sign-in/password/new/{secret}"
    key = passwords.mail_key(hash_of(secret))
    ask_to_mail(Mail(address, SUBJECT, TEXT.format(url=url)), key=key)
    db.session.commit()


def set_password(secret: str, link: MailLink, password: str, name: str) -> int | None:
    """Use a mailed link up: set the password, and make the account if there is none.

    Gives whose it is; None when the link was used meanwhile. Raises Taken. Everybody who was
    signed in to that account is signed out.
    """
    hashed, address, wanted = _hasher().hash(password), link.address, link.account_id
    if not passwords.use_mail_link(secret):
        db.session.rollback()
        return None
    account_id = _whose(address, wanted) or _make(name)
    try:
        passwords.keep_password(account_id, address, hashed)
    except IntegrityError as taken:
        db.session.rollback()
        raise Taken from taken
    signed_in.end_all(account_id)
    audit(f"account:{account_id}", "set password", f"account:{account_id}")
    db.session.commit()
    return account_id


def _whose(address: str, wanted: int | None) -> int | None:
    """Give the account an address is or becomes a way into; raises Taken."""
    known = passwords.password_at(address)
    if known and wanted not in {None, known.account_id}:
        db.session.rollback()
        raise Taken
    return wanted or (known.account_id if known else None)


def _make(name: str) -> int:
    made = accounts.add_account(fitting_name(name))
    who = f"account:{made}"
    audit(who, "create account", who, None, {"role": "player"})
    return made
