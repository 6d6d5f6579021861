"""People as admins see them: found by words, and one with all that is known of them."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from webapp.accounts.domain.agents import device_of
from webapp.accounts.domain.roles import ROLES
from webapp.accounts.pages.signed_in import by_said
from webapp.accounts.pages.ways_in import label_of
from webapp.accounts.store import people, signed_in
from webapp.accounts.store.askers import askers_of
from webapp.accounts.store.people import Hanging, PersonLine
from webapp.core.settings import current_settings


@dataclass(frozen=True, slots=True)
class PeopleWanted:
    """Which people are asked for; an empty field asks for all, `before` is an account's id."""

    words: str = ""
    role: str = ""
    disabled: bool = False
    before: int = 0


@dataclass(frozen=True, slots=True)
class SessionLine:
    """Where somebody is signed in: the browser in plain words, and as it calls itself."""

    created_at: datetime
    seen_at: datetime
    by: str
    device: str
    agent: str
    address: str


@dataclass(frozen=True, slots=True)
class IdentityLine:
    """One way an account is known, its provider in words."""

    provider: str
    label: str
    subject: str
    name: str
    linked_at: datetime
    used_at: datetime | None


@dataclass(frozen=True, slots=True)
class Named:
    """An account by its number and name."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class PersonKnown:
    """All an admin sees of one person."""

    person: PersonLine
    identities: tuple[IdentityLine, ...]
    sessions: tuple[SessionLine, ...]
    hanging: Hanging
    password_said: str


def find_people(wanted: PeopleWanted) -> tuple[tuple[PersonLine, ...], int]:
    """Give one page of people, and the id to go on from (0 on the last page)."""
    role = wanted.role if wanted.role in ROLES else ""
    words = wanted.words.strip()[:100].replace("\0", "")
    return people.find_people(words, role, wanted.before, disabled=wanted.disabled)


def load_person(account_id: int) -> PersonKnown | None:
    """Give one person; None when there is no such account."""
    person = people.load_person(account_id)
    if person is None:
        return None
    hanging = people.hanging_on(account_id)
    said = _password_said() if hanging.password else ""
    return PersonKnown(person, _ways(account_id), _sessions(account_id), hanging, said)


def _password_said() -> str:
    """Say of a password what admins may know; the address it goes with is its owner's."""
    if current_settings().password_sign_in:
        return "They can sign in by e-mail and password. A mailed link proved the address."
    return (
        "They have a password and an address proved by a mailed link, but signing in by it is "
        "switched off here."
    )


def _ways(account_id: int) -> tuple[IdentityLine, ...]:
    return tuple(
        IdentityLine(o.provider, label_of(o.provider), o.subject, o.name, o.linked_at, o.used_at)
        for o in people.identities_of(account_id)
    )


def _sessions(account_id: int) -> tuple[SessionLine, ...]:
    return tuple(
        SessionLine(
            created_at=one.created_at,
            seen_at=one.seen_at,
            by=by_said(one.proved_by),
            device=device_of(one.agent),
            agent=one.agent,
            address=one.address,
        )
        for one in signed_in.sessions_of(account_id)
    )


def names_of(ids: Collection[int]) -> dict[int, str]:
    """Give the names of accounts by their numbers."""
    return people.names_of(ids)


def asked_by(run_id: uuid.UUID) -> tuple[Named, ...]:
    """Name everybody who asked for a run, who asked first being first."""
    ids = askers_of(run_id)
    names = people.names_of(ids)
    return tuple(Named(one, names[one]) for one in ids if one in names)


def count_by_role() -> dict[str, int]:
    """Count accounts by role, every role named."""
    found = people.count_by_role()
    return {role: found.get(role, 0) for role in ROLES}


__all__ = [
    "PeopleWanted",
    "PersonKnown",
    "PersonLine",
    "SessionLine",
    "count_by_role",
    "find_people",
    "load_person",
    "names_of",
]
