"""Where somebody is signed in: each browser in plain words, and which one this is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from webapp.accounts.actions.sessions import handle_of
from webapp.accounts.domain.agents import device_of
from webapp.accounts.providers import find_provider
from webapp.accounts.store.signed_in import Known, sessions_of

BY = {"link": "by a one-time link", "password": "by password"}


@dataclass(frozen=True, slots=True)
class SessionLine:
    """One browser that is signed in; `handle` names it and opens nothing."""

    handle: str
    device: str
    address: str
    by: str
    first_at: datetime
    last_at: datetime
    this_one: bool


@dataclass(frozen=True, slots=True)
class SessionsPage:
    """Every browser an account is signed in with."""

    sessions: tuple[SessionLine, ...]
    others: int


def sessions_page(account_id: int, this_id: str) -> SessionsPage:
    """List an account's sessions, this one first."""
    found = sorted(sessions_of(account_id), key=lambda one: one.id != this_id)
    lines = tuple(_line(one, this_id) for one in found)
    return SessionsPage(lines, sum(not line.this_one for line in lines))


def _line(one: Known, this_id: str) -> SessionLine:
    return SessionLine(
        handle=handle_of(one.id),
        device=device_of(one.agent),
        address=one.address,
        by=by_said(one.proved_by),
        first_at=one.created_at,
        last_at=one.seen_at,
        this_one=one.id == this_id,
    )


def by_said(proved_by: str) -> str:
    """Say by what somebody proved who they are."""
    known = find_provider(proved_by)
    return BY.get(proved_by) or (f"with {known.label}" if known else "")
