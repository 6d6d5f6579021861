"""The page of a match that is not kept here: what was tried, and what can be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from webapp.jobs.latest import LatestRun, latest_runs

LAST_GENERATED: Final = 999
NOT_IN_USE: Final = "Ids below 1000 are kept for generated samples, and this one is not in use."
_WAITS: Final = "It waits for its turn."
_GONE: Final = "It was analysed and has since been removed. It can be fetched again."
_STATES: Final = {
    "queued": ("live", "Match {} is on its way"),
    "running": ("live", "Match {} is on its way"),
    "waiting": ("waiting", "Match {} is not available yet"),
    "done": ("gone", "Match {} is no longer here"),
}


@dataclass(frozen=True, slots=True)
class UnknownMatchPage:
    """A match nobody asked for yet, one on its way, or one that could not be had."""

    match_id: int | str
    state: str
    title: str
    sentence: str
    next_at: datetime | None
    job_url: str | None
    can_ask: bool


def no_match_page(match_id: int | str, title: str, why: str) -> UnknownMatchPage:
    """Say why there can be no such match here."""
    return UnknownMatchPage(match_id, "none", title, why, None, None, can_ask=False)


def unknown_match_page(match_id: int | str, key: str, unasked: str) -> UnknownMatchPage:
    """Say how things stand with a match that is not here; `key` names the work on it."""
    run = latest_runs([key]).get(key)
    if run is None:
        title = f"Match {match_id} is not analysed yet"
        return UnknownMatchPage(match_id, "unasked", title, unasked, None, None, can_ask=True)
    return _of_run(match_id, run)


def _of_run(match_id: int | str, run: LatestRun) -> UnknownMatchPage:
    state, title = _STATES.get(run.state, ("failed", "Match {} could not be had"))
    said = {"gone": _GONE, "live": run.sentence or _WAITS}
    return UnknownMatchPage(
        match_id=match_id,
        state=state,
        title=title.format(match_id),
        sentence=said.get(state, run.sentence),
        next_at=run.next_at if state == "waiting" else None,
        job_url=run.url,
        can_ask=state in {"gone", "failed"},
    )
