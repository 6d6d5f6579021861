"""What a row of each protected table is made of when it is written as CSV."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from webapp.admin.pages.audit import AuditLine
from webapp.admin.pages.datasets import DatasetsPage
from webapp.admin.pages.quarantine import NoteLine
from webapp.admin.pages.upstreams import UpstreamsPage
from webapp.jobs.listing import RunLine


@dataclass(frozen=True, slots=True)
class RunRow:
    """One run."""

    id: uuid.UUID
    state: str
    kind: str
    key: str
    title: str
    says: str
    attempt: int
    queue: str
    asked_at: datetime
    started_at: datetime | None
    finished_at: datetime | None


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One change; what changed is written `name: before > after`, one beside the other."""

    id: int
    at: datetime
    actor: str
    actor_name: str
    action: str
    subject: str
    changed: str
    request_id: str


@dataclass(frozen=True, slots=True)
class BodyRow:
    """One payload nobody could read."""

    id: int
    kind: str
    key: str
    reason: str
    where: str
    size: str
    kept_as: str | None
    seen_at: datetime
    settled_at: datetime | None


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version of one set."""

    name: str
    version: str
    in_use: bool
    came_at: datetime
    kept_as: str
    sha256: str


@dataclass(frozen=True, slots=True)
class PartRow:
    """One part of one upstream, its calls of the last hour; times in milliseconds."""

    upstream: str
    part: str
    state: str
    calls: int
    failed: int
    put_off: int
    median_ms: int | None
    p95_ms: int | None


def run_row(run: RunLine) -> RunRow:
    """Make a row of a run."""
    return RunRow(
        id=run.id,
        state=run.state,
        kind=run.kind,
        key=run.key,
        title=run.title,
        says=run.sentence,
        attempt=run.attempt,
        queue=run.queue,
        asked_at=run.created_at,
        started_at=run.started_at,
        finished_at=run.finished_at,
    )


def audit_row(line: AuditLine) -> AuditRow:
    """Make a row of a change."""
    changed = "; ".join(f"{one.name}: {one.before} > {one.after}" for one in line.changed)
    said = (line.actor, line.actor_name, line.action, line.subject, changed, line.request_id)
    return AuditRow(line.id, line.at, *said)


def body_row(line: NoteLine) -> BodyRow:
    """Make a row of a payload."""
    note = line.note
    said = (note.kind, note.key, note.reason, line.where, line.size_said)
    return BodyRow(note.id, *said, note.object_key, note.seen_at, note.released_at)


def version_rows(page: DatasetsPage, name: str) -> Sequence[VersionRow]:
    """Make a row of each version of the set of a name, or of every set."""
    return [
        VersionRow(one.name, v.version, v.current, v.fetched_at, v.object_key, v.sha256)
        for one in page.sets
        if name in {"", one.name}
        for v in (*((one.current,) if one.current else ()), *one.others)
    ]


def part_rows(page: UpstreamsPage) -> Sequence[PartRow]:
    """Make a row of each part of each upstream."""
    return [
        PartRow(
            upstream=one.label,
            part=part.name,
            state=one.state_text,
            calls=part.asked,
            failed=part.failed,
            put_off=part.put_off,
            median_ms=part.median_ms,
            p95_ms=part.p95_ms,
        )
        for one in page.upstreams
        for part in one.parts
    ]
