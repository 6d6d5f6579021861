"""Before two accounts of one person become one: what moves, what ends, what does not fit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from webapp.accounts.actions.merging import why_not
from webapp.accounts.domain.roles import ROLES
from webapp.accounts.offers import MergeOffer
from webapp.accounts.pages.ways_in import label_of
from webapp.accounts.store import accounts, passwords, ways_in
from webapp.accounts.store.accounts import Known


@dataclass(frozen=True, slots=True)
class MergePage:
    """The other account, and what becomes of it; `problem` says why it cannot be."""

    name: str
    other_name: str
    other_since: datetime | None
    moves: tuple[str, ...]
    ends: tuple[str, ...]
    problem: str


def merge_page(account_id: int, offer: MergeOffer | None) -> MergePage | None:
    """Show what merging would do; without an offer only why there is nothing to do."""
    mine = accounts.load_account(account_id)
    if mine is None:
        return None
    other = accounts.load_account(offer.account_id) if offer else None
    problem = why_not(account_id, offer)
    if problem or other is None:
        return MergePage(mine.name, other.name if other else "", None, (), (), problem)
    return MergePage(
        mine.name, other.name, other.created_at, _moves(other), _ends(mine, other), problem
    )


def _moves(other: Known) -> tuple[str, ...]:
    names = (
        f"{label_of(one.provider)}: {one.name or one.subject}"
        for one in ways_in.identities_of(other.id)
    )
    return (*names, "Everything it follows, its notices and its webhooks")


def _ends(mine: Known, other: Known) -> tuple[str, ...]:
    ends = [
        f"The name {other.name}, its theme and its time zone: those of {mine.name} stay",
        "Where it is signed in: all its sessions end",
        "What both accounts have, such as a player both follow: it stays once",
    ]
    if mine.role != other.role:
        role = max((mine.role, other.role), key=[str(one) for one in ROLES].index)
        word = "stay" if role == mine.role else "become"
        ends.append(f"API tokens of both, because their roles differ: you {word} {role}")
        if role != mine.role:
            ends.append(f"Where else you are signed in: only this browser goes on, as {role}")
    if passwords.load_password(mine.id) and passwords.load_password(other.id):
        ends.append("Its e-mail address and password: yours stay")
    return tuple(ends)
