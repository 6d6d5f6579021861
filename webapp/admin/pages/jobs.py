"""The ledger: runs by state, kind and age, pauses, and work over time."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from webapp.admin.domain.words import span_said
from webapp.admin.pages.charts import SPANS, Charts, work_charts
from webapp.admin.pages.choices import Choice, address, choices
from webapp.admin.pages.dead import DeadLine, dead_lines, dead_said
from webapp.admin.pages.people_names import actor_names
from webapp.core.db import utc_now
from webapp.jobs import listing, pauses
from webapp.jobs.listing import ALL_STATES, ATTEMPTS, RunLine, Wanted, is_live
from webapp.jobs.samples import Standing, standing

PATH: Final = "/admin/jobs"
AGES: Final = (
    ("", "Any age"),
    ("-3600", "Asked for in the last hour"),
    ("-86400", "Asked for in the last day"),
    ("600", "Older than 10 minutes"),
    ("3600", "Older than an hour"),
    ("86400", "Older than a day"),
)
GLYPHS: Final = {"done": "ok", "waiting": "warn", "failed": "bad", "dead": "bad"}


@dataclass(frozen=True, slots=True)
class JobLine:
    """One run in the list."""

    id: uuid.UUID
    kind: str
    key: str
    title: str
    state: str
    glyph: str
    attempt: int
    says: str
    asked_at: datetime
    took_said: str
    paused: bool


@dataclass(frozen=True, slots=True)
class PauseLine:
    """A stopped kind, by whom and why."""

    kind: str
    paused_at: datetime
    by: str
    why: str


@dataclass(frozen=True, slots=True)
class JobsPage:
    """What admins see of background work. `urls` leads to states, `span_urls` to other spans."""

    as_at: datetime
    now: Standing
    due_said: str
    words: str
    state_words: str
    kind_words: str
    span: str
    states: tuple[Choice, ...]
    kinds: tuple[Choice, ...]
    ages: tuple[Choice, ...]
    counts: dict[str, int]
    urls: dict[str, str]
    span_urls: dict[str, str]
    runs: tuple[JobLine, ...]
    next_url: str
    first_url: str
    csv_url: str
    filtered: bool
    attempts: int
    paused: tuple[PauseLine, ...]
    running_kinds: tuple[str, ...]
    dead: tuple[DeadLine, ...]
    dead_said: str
    charts: Charts


@dataclass(frozen=True, slots=True)
class JobsAsked:
    """What the address asks for."""

    wanted: Wanted
    age: str = ""
    span: str = ""


def read_asked(given: Mapping[str, str]) -> JobsAsked:
    """Read an address; what is not understood asks for nothing. Raises ValueError for a bad age."""
    age = given.get("age", "")
    seconds = int(age or 0) if age in dict(AGES) else 0
    wanted = Wanted(
        state=given.get("state", "") if given.get("state") in ALL_STATES else "",
        kind=given.get("kind", "")[:100],
        words=given.get("q", "").strip()[:100].replace("\0", ""),
        older_s=max(0, seconds),
        younger_s=max(0, -seconds),
        before=given.get("before", ""),
    )
    return JobsAsked(wanted, age if seconds else "", given.get("span", ""))


def jobs_page(asked: JobsAsked) -> JobsPage:
    """Show the ledger; raises ValueError for a bad place in the list."""
    wanted, here = asked.wanted, standing()
    listed, kinds, stopped = listing.list_runs(wanted), listing.kinds(), pause_lines()
    still, dead = {one.kind for one in stopped}, listing.dead_kinds()
    return JobsPage(
        as_at=here.at,
        now=here,
        due_said=_due_said(here),
        words=wanted.words,
        state_words=wanted.state,
        kind_words=wanted.kind,
        span=asked.span,
        states=choices([("", "All states"), *((one, one) for one in ALL_STATES)], wanted.state),
        kinds=choices([("", "All kinds"), *((one, one) for one in kinds)], wanted.kind),
        ages=choices(AGES, asked.age),
        counts=listing.counts(wanted.kind),
        urls={state: _url(asked, state=state) for state in ALL_STATES},
        span_urls={one.word: _url(replace(asked, span=one.word)) for one in SPANS},
        runs=tuple(_line(run, still) for run in listed.runs),
        next_url=_url(asked, before=listed.after) if listed.after else "",
        first_url=_url(asked) if wanted.before else "",
        csv_url=_url(asked, path=f"{PATH}.csv"),
        filtered=replace(wanted, before="") != Wanted(),
        attempts=ATTEMPTS,
        paused=stopped,
        running_kinds=tuple(kind for kind in kinds if kind not in still),
        dead=dead_lines(dead),
        dead_said=dead_said(sum(dead.values())),
        charts=work_charts(asked.span),
    )


def pause_lines() -> tuple[PauseLine, ...]:
    """Give the kinds that stand still, the names of who stopped them looked up at once."""
    stopped = pauses.paused_kinds()
    names = actor_names(one.paused_by for one in stopped)
    return tuple(
        PauseLine(one.kind, one.paused_at, names.get(one.paused_by, one.paused_by), one.why)
        for one in stopped
    )


def _due_said(here: Standing) -> str:
    if not here.due:
        return "nothing is due"
    return f"{here.due:,} due, the oldest for {span_said(here.oldest_age_s)}"


def _url(asked: JobsAsked, *, state: str | None = None, before: str = "", path: str = PATH) -> str:
    """Write the address of the same list, of another state or further back."""
    wanted = asked.wanted
    asks = {
        "state": wanted.state if state is None else state,
        "kind": wanted.kind,
        "q": wanted.words,
        "age": asked.age,
        "span": asked.span,
        "before": before,
    }
    return address(path, asks)


def _line(run: RunLine, stopped: set[str]) -> JobLine:
    return JobLine(
        id=run.id,
        kind=run.kind,
        key=run.key,
        title=run.title,
        state=run.state,
        glyph=GLYPHS.get(run.state, "idle"),
        attempt=run.attempt,
        says=run.sentence or run.title,
        asked_at=run.created_at,
        took_said=took_said(run),
        paused=run.kind in stopped and is_live(run.state),
    )


def took_said(run: RunLine) -> str:
    """Say how long a run took once begun, or has been at it."""
    if run.started_at is None:
        return "—"
    end = run.finished_at or (utc_now() if run.state == "running" else None)
    return span_said((end - run.started_at).total_seconds()) if end else "—"
