"""People: found by words and role, and one with identities, sessions and changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from webapp.accounts.current import current_account
from webapp.accounts.domain.roles import ROLES
from webapp.accounts.pages import people
from webapp.accounts.pages.people import PeopleWanted, PersonKnown, PersonLine
from webapp.admin.domain.words import counted
from webapp.admin.pages.audit import AuditLine, audit_lines
from webapp.admin.pages.choices import Choice, address, choices, read_place
from webapp.core.audit_reading import AuditWanted, read_audit
from webapp.core.settings import current_settings

PATH: Final = "/admin/people"


@dataclass(frozen=True, slots=True)
class RoleLine:
    """How many people have a role, and the list of them."""

    role: str
    count: int
    said: str
    url: str


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """People found."""

    words: str
    disabled: bool
    roles: tuple[Choice, ...]
    counts: tuple[RoleLine, ...]
    people: tuple[PersonLine, ...]
    next_url: str
    first_url: str
    csv_url: str
    filtered: bool


@dataclass(frozen=True, slots=True)
class PersonPage:
    """One person. `link_url` is a one-time sign-in link, shown once after it was made."""

    known: PersonKnown
    roles: tuple[Choice, ...]
    is_me: bool
    made: tuple[AuditLine, ...]
    changes: tuple[AuditLine, ...]
    link_url: str


def people_page(given: Mapping[str, str]) -> PeoplePage:
    """Show the people an address asks for; raises ValueError for a bad place in the list."""
    wanted = people_wanted(given)
    found, after = people.find_people(wanted)
    asks = {name: given.get(name, "") for name in ("q", "role", "disabled")}
    counts = people.count_by_role()
    return PeoplePage(
        words=wanted.words,
        disabled=wanted.disabled,
        roles=choices([("", "Any role"), *((one, one) for one in ROLES)], wanted.role),
        counts=tuple(
            RoleLine(role, count, counted(count, role), address(PATH, {"role": role}))
            for role, count in counts.items()
        ),
        people=found,
        next_url=address(PATH, {**asks, "before": after}) if after else "",
        first_url=address(PATH, asks) if wanted.before else "",
        csv_url=address(f"{PATH}.csv", asks),
        filtered=any(asks.values()),
    )


def people_wanted(given: Mapping[str, str]) -> PeopleWanted:
    """Read whom an address asks for; raises ValueError for a bad place in the list."""
    return PeopleWanted(
        words=given.get("q", ""),
        role=given.get("role", ""),
        disabled=given.get("disabled") == "yes",
        before=read_place(given.get("before", "")),
    )


def person_page(account_id: int, link: str = "") -> PersonPage | None:
    """Show one person; None when there is no such account."""
    known = people.load_person(account_id)
    if known is None:
        return None
    about, _ = read_audit(AuditWanted(about=f"account:{account_id}"))
    by, _ = read_audit(AuditWanted(actor=f"account:{account_id}"))
    mine = current_account()
    return PersonPage(
        known=known,
        roles=choices([(one, one) for one in ROLES], known.person.role),
        is_me=mine is not None and mine.id == account_id,
        made=audit_lines(by[:10]),
        changes=audit_lines(about[:20]),
        link_url=current_settings().public_url + link if link else "",
    )
