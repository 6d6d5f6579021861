"""One run with all that admins may know: steps, tries, error, arguments, what was asked for it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

import msgspec

from webapp.accounts.pages.people import Named, asked_by
from webapp.admin.pages.audit import AuditLine, audit_lines
from webapp.core.audit_reading import AuditWanted, read_audit
from webapp.core.db import utc_now
from webapp.core.recorded import Note, notes_about
from webapp.core.upstream_figures import ReplyLine, replies_for
from webapp.jobs.listing import RunDetail, is_live, load_detail
from webapp.jobs.pages import JobPage, job_page
from webapp.jobs.pauses import is_paused

BODIES = ("match_id", "sha256")
AFTER = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class RunPage:
    """Everything about one run. `notes` are bodies of it that nobody could read."""

    job: JobPage
    detail: RunDetail
    asked_by: tuple[Named, ...]
    args_said: str
    kind_paused: bool
    can_cancel: bool
    notes: tuple[Note, ...]
    replies: tuple[ReplyLine, ...]
    changes: tuple[AuditLine, ...]
    lease_until: datetime | None


def run_page(run_id: uuid.UUID) -> RunPage | None:
    """Gather one run; None when there is no such run."""
    job, detail = job_page(run_id), load_detail(run_id)
    if job is None or detail is None:
        return None
    until = (job.finished_at or utc_now()) + AFTER
    rows, _ = read_audit(AuditWanted(about=f"job:{run_id}"))
    given = {str(detail.args[name]) for name in BODIES if name in detail.args}
    return RunPage(
        job=job,
        detail=detail,
        asked_by=asked_by(run_id),
        args_said=msgspec.json.format(msgspec.json.encode(detail.args), indent=2).decode(),
        kind_paused=is_paused(job.kind),
        can_cancel=is_live(job.state),
        notes=notes_about(job.kind.partition(".")[0], given) if given else (),
        replies=replies_for(job.request_id, job.asked_at, until) if job.request_id else (),
        changes=audit_lines(rows),
        lease_until=detail.lease_until,
    )
