"""Runs as admins see them: many at once by state, kind and age, and one with all that is known.

Reads only. Lists go backwards in time and are paged by the place of their last line.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, func, literal, or_, select, tuple_

from webapp.core.db import db, utc_now
from webapp.jobs.models import LIVE, MAX_ATTEMPTS, RETRIABLE, STATES, JobRun

PAGE: Final = 50
ALL_STATES: Final = STATES
ATTEMPTS: Final = MAX_ATTEMPTS


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which runs are asked for; an empty field asks for all. `before` is where the last page ended.

    `older_s` and `younger_s` bound the time since a run was asked for.
    """

    state: str = ""
    kind: str = ""
    words: str = ""
    older_s: int = 0
    younger_s: int = 0
    before: str = ""


@dataclass(frozen=True, slots=True)
class RunLine:
    """One run in a list."""

    id: uuid.UUID
    kind: str
    key: str
    title: str
    state: str
    attempt: int
    sentence: str
    queue: str
    created_at: datetime
    run_at: datetime
    started_at: datetime | None
    finished_at: datetime | None


@dataclass(frozen=True, slots=True)
class RunDetail:
    """What only admins see of a run, beside its public page."""

    key: str
    queue: str
    args: Mapping[str, Any]
    error: str | None
    fence: int
    lease_until: datetime | None
    sentence: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of runs; `after` is the place to go on from, empty on the last."""

    runs: tuple[RunLine, ...]
    after: str


def list_runs(wanted: Wanted) -> Listed:
    """Give one page of the runs asked for, the newest first. Raises ValueError for a bad place."""
    query = select(*(getattr(JobRun, name) for name in RunLine.__slots__)).where(*_filters(wanted))
    newest = query.order_by(JobRun.created_at.desc(), JobRun.id.desc()).limit(PAGE + 1)
    runs = [RunLine(*row) for row in db.session.execute(newest)]
    more = len(runs) > PAGE
    return Listed(tuple(runs[:PAGE]), _place(runs[PAGE - 1]) if more else "")


def counts(kind: str = "") -> dict[str, int]:
    """Count runs by state, of one kind or of all."""
    query = select(JobRun.state, func.count()).group_by(JobRun.state)
    rows = db.session.execute(query.where(JobRun.kind == kind) if kind else query)
    found = {state: count for state, count in rows}  # noqa: C416 - a row is no pair to mypy
    return {state: found.get(state, 0) for state in STATES}


def kinds() -> tuple[str, ...]:
    """Name every kind of work there ever was, as far as the ledger remembers."""
    return tuple(db.session.scalars(select(JobRun.kind).distinct().order_by(JobRun.kind)))


def dead_kinds() -> dict[str, int]:
    """Count dead runs by kind."""
    query = select(JobRun.kind, func.count()).where(JobRun.state == "dead").group_by(JobRun.kind)
    rows = db.session.execute(query.order_by(JobRun.kind))
    return {kind: count for kind, count in rows}  # noqa: C416 - a row is no pair to mypy


def load_detail(run_id: uuid.UUID) -> RunDetail | None:
    """Give what only admins see of a run."""
    columns = (getattr(JobRun, name) for name in RunDetail.__slots__)
    row = db.session.execute(select(*columns).where(JobRun.id == run_id)).one_or_none()
    return RunDetail(*row) if row else None


def runs_about(prefix: str, about: Mapping[str, str]) -> tuple[RunLine, ...]:
    """Give the last runs of kinds that begin so, one of whose arguments is what is asked about."""
    same = [JobRun.args[name].astext == value for name, value in about.items()]
    query = select(*(getattr(JobRun, name) for name in RunLine.__slots__)).where(
        JobRun.kind.startswith(prefix, autoescape=True), or_(*same)
    )
    newest = query.order_by(JobRun.created_at.desc()).limit(5)
    return tuple(RunLine(*row) for row in db.session.execute(newest))


def _filters(wanted: Wanted) -> list[ColumnElement[bool]]:
    now = utc_now()
    found = []
    if wanted.state in STATES:
        found.append(JobRun.state == wanted.state)
    if wanted.kind:
        found.append(JobRun.kind == wanted.kind)
    if wanted.words:
        found.append(_says(wanted.words))
    if wanted.older_s:
        found.append(JobRun.created_at <= now - timedelta(seconds=wanted.older_s))
    if wanted.younger_s:
        found.append(JobRun.created_at >= now - timedelta(seconds=wanted.younger_s))
    if wanted.before:
        found.append(tuple_(JobRun.created_at, JobRun.id) < tuple_(*_read_place(wanted.before)))
    return found


def _says(words: str) -> ColumnElement[bool]:
    places = (JobRun.key, JobRun.title, JobRun.sentence, JobRun.request_id)
    found = [place.icontains(words, autoescape=True) for place in places]
    try:
        return or_(*found, JobRun.id == uuid.UUID(words))
    except ValueError:
        return or_(*found)


def _place(run: RunLine) -> str:
    return f"{run.created_at.isoformat()}~{run.id}"


def _read_place(text: str) -> tuple[Any, Any]:
    moment, _, name = text.partition("~")
    at = datetime.fromisoformat(moment)
    if at.tzinfo is None:
        raise ValueError("a place in a list names its time zone")
    return literal(at), literal(uuid.UUID(name))


def is_live(state: str) -> bool:
    """Say whether a run in this state is still to be done."""
    return state in LIVE


def can_retry(state: str) -> bool:
    """Say whether a run in this state may be started over."""
    return state in RETRIABLE
