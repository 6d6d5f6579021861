"""People as admins see them: found by words, and one with all that is known of them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from webapp.accounts.domain.roles import ROLES
from webapp.accounts.store import people, signed_in
from webapp.accounts.store.people import Hanging, IdentityLine, PersonLine


@dataclass(frozen=True, slots=True)
class PeopleWanted:
    """Which people are asked for; an empty field asks for all, `before` is an account's id."""

    words: str = ""
    role: str = ""
    disabled: bool = False
    before: int = 0


@dataclass(frozen=True, slots=True)
class SessionLine:
    """Where somebody is signed in."""

    created_at: datetime
    seen_at: datetime
    proved_by: str
    agent: str
    address: str


@dataclass(frozen=True, slots=True)
class PersonKnown:
    """All an admin sees of one person."""

    person: PersonLine
    identities: tuple[IdentityLine, ...]
    sessions: tuple[SessionLine, ...]
    hanging: Hanging


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
    sessions = tuple(
        SessionLine(one.created_at, one.seen_at, one.proved_by, one.agent, one.address)
        for one in signed_in.sessions_of(account_id)
    )
    ways = people.identities_of(account_id)
    return PersonKnown(person, ways, sessions, people.hanging_on(account_id))


def names_of(ids: Collection[int]) -> dict[int, str]:
    """Give the names of accounts by their numbers."""
    return people.names_of(ids)


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
