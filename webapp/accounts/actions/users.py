"""Making accounts, giving them roles, and handing out one-time links that sign them in."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from webapp.accounts.domain.names import checked_name
from webapp.accounts.domain.roles import Role
from webapp.accounts.domain.secret import new_secret
from webapp.accounts.store import accounts, links
from webapp.accounts.store.accounts import Known
from webapp.core.audit import audit
from webapp.core.db import db, utc_now

LINK_LIVES: Final = timedelta(hours=1)
COMMAND_LINE: Final = "command line"


class NoSuchAccount(LookupError):
    """No account is meant, or more than one; says so in a sentence."""


def create_user(name: str, role: Role, *, actor: str = COMMAND_LINE) -> int:
    """Make an account; raises BadName. Gives its number."""
    made = accounts.add_account(checked_name(name), role)
    audit(actor, "create account", f"account:{made}", None, {"role": role})
    db.session.commit()
    return made


def find_user(name_or_id: str) -> Known:
    """Find the account that is meant; raises NoSuchAccount when that is not exactly one."""
    found = accounts.accounts_called(name_or_id)
    if not found and name_or_id.isdecimal() and len(name_or_id) < 19:  # noqa: PLR2004 - a bigint
        by_id = accounts.load_account(int(name_or_id))
        found = (by_id,) if by_id else ()
    if len(found) == 1:
        return found[0]
    if not found:
        raise NoSuchAccount(f"Nobody here is called {name_or_id} or has that number.")
    numbers = ", ".join(str(one.id) for one in found)
    raise NoSuchAccount(f"More than one account is called {name_or_id}; say which: {numbers}.")


def give_role(account_id: int, role: Role, *, actor: str = COMMAND_LINE) -> None:
    """Give an account a role; it counts from its next request on."""
    before = accounts.hold_account(account_id)
    if before is None:
        raise NoSuchAccount(f"There is no account {account_id}.")
    if before.role != role:
        accounts.save_account(account_id, role=role)
        audit(actor, "give role", f"account:{account_id}", {"role": before.role}, {"role": role})
    db.session.commit()


def make_link(account_id: int, *, actor: str = COMMAND_LINE) -> str:
    """Make a link that signs this account in once, within the hour; gives its path."""
    secret, ends_at = new_secret(), utc_now() + LINK_LIVES
    still_open = links.count_open(account_id)
    links.add_link(secret, account_id, ends_at, actor)
    after = {"open_links": still_open + 1, "ends_at": ends_at.isoformat(timespec="seconds")}
    subject, before = f"account:{account_id}", {"open_links": still_open}
    audit(actor, "make sign-in link", subject, before, after)
    db.session.commit()
    return f"/sign-in/link/{secret}"


def use_link(secret: str) -> int | None:
    """Use a link up and give whose it is; None when it is not worth anything (any more)."""
    account_id = links.use_link(secret)
    known = accounts.load_account(account_id) if account_id else None
    if known is None or known.disabled_at:
        db.session.rollback()
        return None
    audit(f"account:{known.id}", "sign in by link", f"account:{known.id}")
    db.session.commit()
    return known.id
