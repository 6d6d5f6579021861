"""The page of one run: its steps, its place in the queue, how long it usually takes, its end."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from webapp.core.db import db, utc_now
from webapp.jobs.figures import Place, Usual, place_in_queue, usual_time
from webapp.jobs.models import LIVE, MAX_ATTEMPTS, RETRIABLE, JobRun
from webapp.jobs.pauses import is_paused

JUST_NOW_S = 10.0
IN_WORDS = {
    "queued": "Waiting in the queue",
    "running": "At work",
    "waiting": "Waiting for another server",
    "done": "Done",
    "failed": "This cannot be done",
    "dead": "Given up after five tries",
    "cancelled": "Called off",
}


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step as the page lists it."""

    number: int
    sentence: str
    state: str
    started_at: str | None
    finished_at: str | None
    took_s: float | None


@dataclass(frozen=True, slots=True)
class JobPage:
    """Everything a reader may know about a run."""

    id: uuid.UUID
    kind: str
    title: str
    state: str
    state_in_words: str
    live: bool
    steps: tuple[StepLine, ...]
    steps_done: int
    now_doing: str
    said: str
    ahead: int
    behind: int
    at_work: int
    usual_s: float | None
    usual_of: int
    left_s: float | None
    overdue: bool
    sentence: str
    waiting_reason: str | None
    next_try_at: datetime | None
    attempt: int
    attempts: int
    asked_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    just_finished: bool
    target_url: str
    can_retry: bool
    paused: bool
    poll_every_s: int
    request_id: str


def job_page(run_id: uuid.UUID) -> JobPage | None:
    """Gather the page of a run; None when there is no such run."""
    run = db.session.get(JobRun, run_id)
    if run is None:
        return None
    live = run.state in LIVE
    place = place_in_queue(run) if live else Place(0, 0, 0)
    usual = usual_time(run.kind)
    steps = tuple(_step_line(run, number) for number in range(1, len(run.steps) + 1))
    left = _left_s(run, usual)
    later = run.state in {"waiting", "queued"} and run.run_at > utc_now()
    return JobPage(
        id=run.id,
        kind=run.kind,
        title=run.title,
        state=run.state,
        state_in_words=IN_WORDS[run.state],
        live=live,
        steps=steps,
        steps_done=sum(step.state == "done" for step in steps),
        now_doing=_now_doing(run),
        said=_now_doing(run) if live else IN_WORDS[run.state],
        ahead=place.ahead,
        behind=place.behind,
        at_work=place.at_work,
        usual_s=usual.seconds,
        usual_of=usual.n,
        left_s=left,
        overdue=left is not None and left <= 0,
        sentence=run.sentence,
        waiting_reason=run.waiting_reason,
        next_try_at=run.run_at if later else None,
        attempt=run.attempt,
        attempts=MAX_ATTEMPTS,
        asked_at=run.created_at,
        started_at=run.started_at,
        finished_at=run.finished_at,
        just_finished=run.state == "done" and _since_s(run.finished_at) < JUST_NOW_S,
        target_url=run.target_url,
        can_retry=run.state in RETRIABLE,
        paused=run.state == "queued" and is_paused(run.kind),
        poll_every_s=_poll_every_s(run),
        request_id=run.request_id,
    )


def _step_line(run: JobRun, number: int) -> StepLine:
    """Say where a step stands; times of an earlier try are left out."""
    step: dict[str, Any] = run.steps[number - 1]
    state = _step_state(run, number)
    started = step["started_at"] if state != "todo" else None
    ended = step["finished_at"] if state == "done" else None
    if state == "stopped" and run.finished_at:
        ended = run.finished_at.isoformat()
    return StepLine(number, step["sentence"], state, started, ended, _took_s(started, ended))


def _step_state(run: JobRun, number: int) -> str:
    if run.state == "done" or number < run.step:
        return "done"
    if number > run.step:
        return "todo"
    return {"running": "now", "waiting": "now"}.get(run.state, "stopped")


def _took_s(started: str | None, ended: str | None) -> float | None:
    """Measure a step, or how long it has been going on."""
    if started is None:
        return None
    end = datetime.fromisoformat(ended) if ended else utc_now()
    return round((end - datetime.fromisoformat(started)).total_seconds(), 1)


def _left_s(run: JobRun, usual: Usual) -> float | None:
    """Say how much of the usual time is left, for work that has begun."""
    if run.state != "running" or usual.seconds is None:
        return None
    return round(usual.seconds - _since_s(run.started_at), 1)


def _now_doing(run: JobRun) -> str:
    if run.state != "running" or not run.step:
        return IN_WORDS[run.state]
    return f"Step {run.step} of {len(run.steps)}: {run.steps[run.step - 1]['sentence']}"


def _poll_every_s(run: JobRun) -> int:
    """Ask often while something happens, seldom while nothing can."""
    if run.state not in LIVE:
        return 0
    age = _since_s(run.created_at)
    if run.state == "waiting":
        return 5
    return 1 if age < 60 else 2 if age < 300 else 5  # noqa: PLR2004 - a minute, five minutes


def _since_s(moment: datetime | None) -> float:
    return (utc_now() - moment).total_seconds() if moment else 0.0
