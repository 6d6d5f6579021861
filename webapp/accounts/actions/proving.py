"""What becomes of somebody a provider vouched for: signed in, linked, or told why not.

An identity is a provider and its subject. Never an address of mail, never a name: whoever has
the same ones elsewhere is somebody else until they prove otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass

from webapp.accounts.domain.names import fitting_name
from webapp.accounts.providers import Person, Provider
from webapp.accounts.store import accounts, proofs
from webapp.accounts.store.proofs import Owned, Shown
from webapp.core.audit import audit
from webapp.core.db import db

TRIES = 2


@dataclass(frozen=True, slots=True)
class Vouched:
    """Whom a provider says this is, with the tokens to keep, sealed."""

    provider: Provider
    person: Person
    sealed_tokens: str | None = None

    @property
    def shown(self) -> Shown:
        """What of it is shown and kept."""
        return Shown(fitting_name(self.person.name), self.person.detail, self.sealed_tokens)


class Taken(Exception):
    """The identity opens another account than the one signed in."""

    def __init__(self, owned: Owned) -> None:
        super().__init__(owned.account_id)
        self.owned = owned


class Closed(Exception):
    """The account it opens was closed by those who run this place."""


def open_account(vouched: Vouched) -> int:
    """Give the account an identity opens, made now if there is none; raises Closed."""
    for _ in range(TRIES):
        owned = _known(vouched)
        if owned:
            return _use(owned, vouched)
        if made := _make(vouched):
            return made
        db.session.rollback()
    raise Closed


def prove_again(account_id: int, vouched: Vouched) -> int:
    """Give the same account once more; raises Taken when somebody else was proved."""
    owned = _known(vouched)
    if owned is None or owned.account_id != account_id:
        db.session.rollback()
        raise Taken(owned or Owned(0, 0, {}, None))
    return _use(owned, vouched)


def link(account_id: int, vouched: Vouched) -> None:
    """Add an identity to an account; raises Taken when it is somebody else's."""
    owned = _known(vouched)
    if owned is None and (made := _add(account_id, vouched)):
        _note(account_id, "link identity", made, vouched)
        db.session.commit()
        return
    owned = owned or _known(vouched)
    if owned is None or owned.account_id != account_id:
        db.session.rollback()
        raise Taken(owned or Owned(0, 0, {}, None))
    _use(owned, vouched)


def _known(vouched: Vouched) -> Owned | None:
    """Give whose identity it is; a character that changed hands is nobody's yet."""
    owned = proofs.hold_identity(vouched.provider.name, vouched.person.subject)
    if owned is None:
        return None
    before, now = owned.detail.get("owner"), vouched.person.detail.get("owner")
    if before in {None, now}:
        return owned
    proofs.give_up(owned.id)
    _note(owned.account_id, "lose identity", owned.id, vouched)
    return None


def _use(owned: Owned, vouched: Vouched) -> int:
    if owned.disabled_at is not None:
        db.session.rollback()
        raise Closed
    proofs.note_use(owned.id, vouched.shown)
    db.session.commit()
    return owned.account_id


def _make(vouched: Vouched) -> int | None:
    made = accounts.add_account(vouched.shown.name)
    identity = _add(made, vouched)
    if identity is None:
        return None
    audit(f"account:{made}", "create account", f"account:{made}", None, {"role": "player"})
    _note(made, "link identity", identity, vouched)
    db.session.commit()
    return made


def _add(account_id: int, vouched: Vouched) -> int | None:
    return proofs.add_identity(
        account_id, vouched.provider.name, vouched.person.subject, vouched.shown
    )


def _note(account_id: int, action: str, identity_id: int, vouched: Vouched) -> None:
    told = {"provider": vouched.provider.name}  # no name: the audit outlives the account
    before, after = (told, None) if action.startswith("lose") else (None, told)
    audit(f"account:{account_id}", action, f"identity:{identity_id}", before, after)
