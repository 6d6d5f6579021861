"""The page of a match that is not kept here: what was tried, and what can be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from webapp.dota2.domain.replays.numbers import is_own
from webapp.dota2.domain.words import match_key
from webapp.jobs.latest import LatestRun, latest_runs

LAST_GENERATED = 999


@dataclass(frozen=True, slots=True)
class UnknownMatchPage:
    """A match nobody asked for yet, one on its way, or one that could not be had."""

    match_id: int
    state: str
    title: str
    sentence: str
    next_at: datetime | None
    job_url: str | None
    can_ask: bool


def unknown_match_page(match_id: int) -> UnknownMatchPage:
    """Say how things stand with a match that is not here."""
    if match_id <= LAST_GENERATED:
        return UnknownMatchPage(
            match_id, "none", "There is no such match", _RESERVED, None, None, can_ask=False
        )
    if is_own(match_id):
        return UnknownMatchPage(
            match_id, "none", "There is no such match here", _OWN, None, None, can_ask=False
        )
    run = latest_runs([match_key(match_id)]).get(match_key(match_id))
    if run is None:
        title = f"Match {match_id} is not analysed yet"
        return UnknownMatchPage(match_id, "unasked", title, _UNASKED, None, None, can_ask=True)
    return _of_run(match_id, run)


_RESERVED = "Ids below 1000 are kept for generated samples, and this one is not in use."
_OWN = (
    "Numbers this large are made here, for replays that name no match of the game. "
    "Bring the replay again."
)
_UNASKED = "It is not here. Fetching it from OpenDota and reading it takes a few seconds."
_GONE = "It was analysed and has since been removed. It can be fetched again."
_STATES = {
    "queued": ("live", "Match {} is on its way"),
    "running": ("live", "Match {} is on its way"),
    "waiting": ("waiting", "Match {} is not available yet"),
    "done": ("gone", "Match {} is no longer here"),
}


def _of_run(match_id: int, run: LatestRun) -> UnknownMatchPage:
    state, title = _STATES.get(run.state, ("failed", "Match {} could not be had"))
    sentence = _GONE if state == "gone" else run.sentence or "It waits for its turn."
    return UnknownMatchPage(
        match_id=match_id,
        state=state,
        title=title.format(match_id),
        sentence=sentence,
        next_at=run.next_at if state == "waiting" else None,
        job_url=run.url,
        can_ask=state in {"gone", "failed"},
    )
