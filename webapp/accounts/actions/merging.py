"""Two accounts of one person become one: the one signed in stays, the other's things move to it.

Whoever asks has proved both: the one by a fresh sign-in, the other a few minutes ago by an
identity of it (`accounts/offers`).
"""

from __future__ import annotations

from typing import Final

from webapp.accounts.domain.roles import ROLES
from webapp.accounts.offers import MergeOffer
from webapp.accounts.owned import owned
from webapp.accounts.store import accounts, channels, people, signed_in, ways_in
from webapp.accounts.store.accounts import Known
from webapp.accounts.store.moving import move_rows
from webapp.core.audit import audit
from webapp.core.db import db

NOTHING: Final = "Nothing waits to be joined: what you proved is too old, or was used already."
RANKS: Final[tuple[str, ...]] = ROLES


class Impossible(Exception):
    """The two cannot become one; says why in a sentence."""


def merge(into_id: int, offer: MergeOffer | None, *, here: str = "") -> None:
    """Move everything of the offered account and delete it; raises Impossible.

    `here` is the session this is asked from, which stays.
    """
    if offer is None:
        raise Impossible(NOTHING)
    # The lower number first, so that no two askers wait for each other.
    held = {number: accounts.hold_account(number) for number in sorted({into_id, offer.account_id})}
    into, gone = _both(held[into_id], held[offer.account_id], offer)
    _settle_roles(into, gone, here)
    if channels.load_channels(into.id, "bell"):
        channels.drop_bell(gone.id)
    moved = move_rows(gone.id, into.id)
    signed_in.end_all(gone.id)
    for one in owned():
        one.delete(gone.id)
    accounts.delete_account(gone.id)
    actor = f"account:{into.id}"
    after = {"into": actor, "role": _higher(into, gone), "moved": moved}
    audit(actor, "merge accounts", f"account:{gone.id}", {"role": gone.role}, after)
    db.session.commit()


def why_not(into_id: int, offer: MergeOffer | None) -> str:
    """Say why two accounts cannot become one; nothing when they can. Only looks."""
    if offer is None:
        return NOTHING
    try:
        _both(accounts.load_account(into_id), accounts.load_account(offer.account_id), offer)
    except Impossible as why:
        return str(why)
    return ""


def _both(into: Known | None, gone: Known | None, offer: MergeOffer) -> tuple[Known, Known]:
    if into is None or gone is None:
        raise _stop("One of the two accounts is gone already.")
    if into.id == gone.id:
        raise _stop("They are one account already.")
    if gone.disabled_at or into.disabled_at:
        raise _stop("A closed account cannot be joined with another one.")
    if ways_in.owner_of(offer.identity_id) != gone.id:
        raise _stop("What you proved no longer belongs to that account. Begin once more.")
    return into, gone


def _settle_roles(into: Known, gone: Known, here: str) -> None:
    """Keep the higher role; tokens and sessions of a lower one end instead of growing with it."""
    if into.role != gone.role:
        people.end_tokens(into.id)
        people.end_tokens(gone.id)
    if into.role != _higher(into, gone):
        signed_in.end_all(into.id, but=here)
        accounts.save_account(into.id, role=_higher(into, gone))


def _higher(one: Known, other: Known) -> str:
    return max((one.role, other.role), key=RANKS.index)


def _stop(sentence: str) -> Impossible:
    db.session.rollback()
    return Impossible(sentence)
