"""Unlinking a way to sign in, never the last one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from webapp.accounts.providers import offered
from webapp.accounts.store import accounts, passwords, ways_in
from webapp.accounts.store.ways_in import Known
from webapp.core.audit import audit
from webapp.core.db import db
from webapp.core.settings import current_settings

CLAIMS: Final = frozenset({"riot"})
"""Providers whose identities are shown to be somebody's, but that sign nobody in."""

LAST_WAY = (
    "This is your only way to sign in. Link another one first; then this one can be unlinked."
)


class LastWay(Exception):
    """Without this identity nobody could sign in to the account."""


def unlink(account_id: int, identity_id: int) -> None:
    """Unlink one of an account's own identities; raises LastWay, and LookupError for no such one.

    The account is held meanwhile, so that the last two cannot go at the same moment.
    """
    accounts.hold_account(account_id)
    mine = {one.id: one for one in ways_in.identities_of(account_id)}
    if identity_id not in mine:
        db.session.rollback()
        raise LookupError(identity_id)
    provider, password = mine[identity_id].provider, passwords.load_password(account_id)
    others = count_others(mine.values(), identity_id, password=password is not None)
    if provider not in CLAIMS and not others:
        db.session.rollback()
        raise LastWay
    ways_in.drop_identity(account_id, identity_id)
    told = {"provider": provider}
    audit(f"account:{account_id}", "unlink identity", f"identity:{identity_id}", told, None)
    db.session.commit()


def count_others(mine: Iterable[Known], without: int, *, password: bool) -> int:
    """Count how somebody could still sign in without one identity, by what is offered now."""
    doors = {one.name for one in offered()}
    others = sum(one.id != without and one.provider in doors for one in mine)
    return others + (password and current_settings().password_sign_in)
