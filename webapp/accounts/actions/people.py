"""What an admin changes of other people's accounts; each is audited and commits.

There is always an admin who can sign in: neither the role nor the account of the last one can be
taken, however many try at once.
"""

from __future__ import annotations

from typing import Final

from webapp.accounts.actions import users
from webapp.accounts.domain.roles import ROLES, Role
from webapp.accounts.store import accounts, people, signed_in
from webapp.accounts.store.accounts import Known
from webapp.core.audit import audit
from webapp.core.db import db

LAST: Final = "This is the last admin who can sign in. Make somebody else an admin first."


class NotNow(ValueError):
    """A change that does not go together with how things stand; says so in a sentence."""


def give_role(account_id: int, role: str, *, actor: str) -> None:
    """Give somebody a role; raises NotNow, and LookupError when there is no such account."""
    wanted = _role(role)
    held = _hold(account_id)
    if held.role == wanted:
        db.session.rollback()
        raise NotNow(f"They are {wanted} already.")
    if wanted != "admin":
        _not_the_last(held)
    users.give_role(account_id, wanted, actor=actor)


def disable(account_id: int, why: str, *, actor: str) -> None:
    """Shut an account and end its sessions and tokens; raises NotNow, LookupError."""
    held = _hold(account_id)
    if held.disabled_at:
        raise _refused("This account is disabled already.")
    if actor == f"account:{account_id}":
        raise _refused("You cannot disable your own account.")
    if not why:
        raise _refused("Say why: they, and other admins, will want to know.")
    _not_the_last(held)
    people.disable(account_id, why)
    ended = {
        "sessions_ended": signed_in.end_all(account_id),
        "tokens_ended": people.end_tokens(account_id),
    }
    after = {"disabled": True, "why": why, **ended}
    audit(actor, "disable account", f"account:{account_id}", {"disabled": False}, after)
    db.session.commit()


def enable(account_id: int, *, actor: str) -> None:
    """Open an account again; raises NotNow, LookupError. They sign in anew."""
    held = _hold(account_id)
    if not held.disabled_at:
        raise _refused("This account is not disabled.")
    people.enable(account_id)
    before, after = {"disabled": True}, {"disabled": False}
    audit(actor, "enable account", f"account:{account_id}", before, after)
    db.session.commit()


def end_sessions(account_id: int, *, actor: str) -> int:
    """End every session of somebody; raises LookupError. Gives how many."""
    _hold(account_id)
    ended = signed_in.end_all(account_id)
    audit(actor, "end sessions", f"account:{account_id}", {"sessions": ended}, {"sessions": 0})
    db.session.commit()
    return ended


def make_link(account_id: int, *, actor: str) -> str:
    """Make a one-time link for somebody locked out; raises NotNow, LookupError. Gives its path."""
    held = _hold(account_id)
    if held.disabled_at:
        raise _refused("This account is disabled; a link would not sign it in.")
    return users.make_link(account_id, actor=actor)


def _role(role: str) -> Role:
    found = next((one for one in ROLES if one == role), None)
    if found is None:
        raise NotNow("There is no such role.")
    return found


def _hold(account_id: int) -> Known:
    """Hold the admins first and then the account, always in this order: no two block each other."""
    people.hold_admins()
    held = accounts.hold_account(account_id)
    if held is None:
        raise LookupError(account_id)
    return held


def _not_the_last(held: Known) -> None:
    if held.role == "admin" and not held.disabled_at and people.hold_admins() == (held.id,):
        raise _refused(LAST)


def _refused(sentence: str) -> NotNow:
    db.session.rollback()
    return NotNow(sentence)
