"""The audit: who changed what, when, from what to what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

import msgspec

from webapp.admin.pages.choices import Choice, address, choices, read_place
from webapp.admin.pages.people_names import actor_names
from webapp.core.audit_reading import AuditRow, AuditWanted, audit_actions, read_audit

PATH: Final = "/admin/audit"
LONGEST: Final = 300
ASKS: Final = ("actor", "action", "subject", "about", "since", "until")
LEADS: Final = {
    "account": "/admin/people/",
    "job": "/admin/jobs/",
    "quarantine": "/admin/quarantine/",
}


@dataclass(frozen=True, slots=True)
class Changed:
    """One thing that changed; an empty side was not there."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One change in words."""

    id: int
    at: datetime
    actor: str
    actor_name: str
    actor_url: str
    action: str
    subject: str
    subject_url: str
    changed: tuple[Changed, ...]
    request_id: str


@dataclass(frozen=True, slots=True)
class AuditPage:
    """A page of changes and its filters."""

    actor: str
    subject: str
    since: str
    until: str
    actions: tuple[Choice, ...]
    lines: tuple[AuditLine, ...]
    next_url: str
    first_url: str
    csv_url: str
    filtered: bool


def audit_page(given: Mapping[str, str]) -> AuditPage:
    """Show the changes an address asks for; raises ValueError for a day or place that is none."""
    wanted = audit_wanted(given)
    rows, after = read_audit(wanted)
    names = [("", "All actions"), *((one, one) for one in audit_actions())]
    asks = {name: given.get(name, "") for name in ASKS}
    return AuditPage(
        actor=asks["actor"],
        subject=wanted.subject or wanted.about,
        since=asks["since"],
        until=asks["until"],
        actions=choices(names, wanted.action),
        lines=audit_lines(rows),
        next_url=address(PATH, {**asks, "before": after}) if after else "",
        first_url=address(PATH, asks) if wanted.before else "",
        csv_url=address(f"{PATH}.csv", asks),
        filtered=any(asks.values()),
    )


def audit_wanted(given: Mapping[str, str]) -> AuditWanted:
    """Read which changes an address asks for; raises ValueError for a day or place that is none."""
    return AuditWanted(
        actor=_actor(given.get("actor", "").strip()[:100]),
        action=given.get("action", "")[:100],
        subject=_subject(given.get("subject", "")),
        about=_subject(given.get("about", "")),
        since=_day(given.get("since", "")),
        until=_day(given.get("until", ""), after=1),
        before=read_place(given.get("before", "")),
    )


def audit_lines(rows: Sequence[AuditRow]) -> tuple[AuditLine, ...]:
    """Put changes in words, the names of who made them looked up at once."""
    names = actor_names(row.actor for row in rows)
    return tuple(_line(row, names) for row in rows)


def _line(row: AuditRow, names: Mapping[str, str]) -> AuditLine:
    return AuditLine(
        id=row.id,
        at=row.at,
        actor=row.actor,
        actor_name=names.get(row.actor, row.actor),
        actor_url=_lead(row.actor),
        action=row.action,
        subject=row.subject,
        subject_url=_lead(row.subject),
        changed=changes(row.before or {}, row.after or {}),
        request_id=row.request_id,
    )


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Changed, ...]:
    """Say what is different between two sides, and what was only ever on one."""
    names = sorted({*before, *after})
    told = ((one, _said(before, one), _said(after, one)) for one in names)
    return tuple(Changed(*one) for one in told if one[1] != one[2])


def _said(side: Mapping[str, Any], name: str) -> str:
    if name not in side:
        return ""
    value = side[name]
    text = value if isinstance(value, str) else msgspec.json.encode(value).decode()
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


def _lead(named: str) -> str:
    kind, _, number = named.partition(":")
    return f"{LEADS[kind]}{number}" if kind in LEADS and number else ""


def _actor(text: str) -> str:
    """Take a bare number for an account's."""
    return f"account:{text}" if text.isascii() and text.isdecimal() else text.replace("\0", "")


def _subject(text: str) -> str:
    return text.strip()[:200].replace("\0", "")


def _day(text: str, *, after: int = 0) -> datetime | None:
    if not text:
        return None
    day = date.fromisoformat(text) + timedelta(days=after)
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
