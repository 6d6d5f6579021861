"""What needs an admin's attention now, each with the way to it; and how the house stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from webapp.admin.domain.words import counted, size_said, span_said
from webapp.admin.pages.audit import AuditLine, audit_lines
from webapp.admin.pages.health import Health, upstream_health
from webapp.core.audit_reading import AuditWanted, read_audit
from webapp.core.recorded import open_notes
from webapp.core.stored import count_orphans
from webapp.jobs import listing, sweeper_age_s
from webapp.jobs.figures import silent_runs
from webapp.jobs.pauses import paused_kinds
from webapp.jobs.samples import Standing, standing

OLD_S: Final = 300
SILENT_S: Final = 15
LAST: Final = 8


@dataclass(frozen=True, slots=True)
class Need:
    """Something that needs attention: how badly, what it is, where to see to it."""

    state: Literal["bad", "warn"]
    title: str
    said: str
    url: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure of the house, and where it is told in full."""

    name: str
    value: str
    url: str


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """What to see to, worst first, and how things stand."""

    as_at: datetime
    needs: tuple[Need, ...]
    facts: tuple[Fact, ...]
    last: tuple[AuditLine, ...]


def overview_page() -> OverviewPage:
    """Look at the whole house once."""
    here, health = standing(), upstream_health()
    found = [*_of_work(here), *_of_upstreams(health), *_of_bodies()]
    rows, _ = read_audit(AuditWanted())
    return OverviewPage(
        as_at=here.at,
        needs=tuple(sorted(found, key=lambda one: one.state)),
        facts=_facts(here, health),
        last=audit_lines(rows[:LAST]),
    )


def _of_work(here: Standing) -> Iterator[Need]:
    beat = sweeper_age_s()
    if beat is None or beat > SILENT_S:
        said = f"last seen {span_said(beat)} ago" if beat is not None else "never seen"
        yield Need("bad", "The scheduler gives no sign of life", said, "/status")
    if silent := silent_runs():
        said = f"{counted(silent, 'run')} without a sign of life"
        yield Need("bad", "A worker fell silent", said, "/admin/jobs?state=running")
    if dead := sum(listing.dead_kinds().values()):
        yield Need("bad", counted(dead, "dead run"), "given up after five tries", _state("dead"))
    if here.oldest_age_s > OLD_S:
        said = f"the oldest of {here.due:,} is {span_said(here.oldest_age_s)} overdue"
        yield Need("warn", "Work is waiting long", said, "/admin/jobs?state=queued")
    for one in paused_kinds():
        yield Need("warn", f"{one.kind} is paused", one.why or "no reason given", "/admin/jobs")


def _of_upstreams(health: Health) -> Iterator[Need]:
    if not health.budgets.known:
        yield Need("bad", "Valkey is away", "budgets and breakers are unknown", "/admin/upstreams")
    for one in health.standings:
        if one.state in {"bad", "warn"}:
            url = f"/admin/upstreams/{one.family}"
            yield Need("bad" if one.state == "bad" else "warn", one.label, one.state_text, url)


def _of_bodies() -> Iterator[Need]:
    for kind, count in sorted(open_notes().items()):
        title = f"{counted(count, 'body', 'bodies')} in quarantine"
        yield Need("warn", title, kind, f"/admin/quarantine?kind={kind}")
    if removable := count_orphans()[2]:
        title = f"{counted(removable, 'object')} to remove"
        yield Need("warn", title, "named by nothing for a day", "/admin/storage")


def _facts(here: Standing, health: Health) -> tuple[Fact, ...]:
    asked = sum(one.asked for one in health.standings)
    return (
        Fact("Due", f"{here.due:,}", _state("queued")),
        Fact("At work", f"{here.running:,}", _state("running")),
        Fact("Waiting for others", f"{here.waiting:,}", _state("waiting")),
        Fact("Oldest due", span_said(here.oldest_age_s), "/admin/jobs"),
        Fact("Calls in the last hour", f"{asked:,}", "/admin/upstreams"),
        Fact("Named by nothing", size_said(count_orphans()[1]), "/admin/storage"),
    )


def _state(state: str) -> str:
    return f"/admin/jobs?state={state}"
