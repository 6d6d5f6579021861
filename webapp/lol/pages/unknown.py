"""The page of a match that is not kept here: what was tried, and what can be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from webapp.jobs.latest import LatestRun, latest_runs
from webapp.lol.domain.asking import match_key
from webapp.lol.domain.door import is_generated
from webapp.lol.domain.platforms import platform_of_match
from webapp.lol.pages.notice import KeyNotice, key_notice


@dataclass(frozen=True, slots=True)
class UnknownMatchPage:
    """A match nobody asked for yet, one on its way, or one that could not be had."""

    match_id: str
    state: str
    title: str
    sentence: str
    next_at: datetime | None
    job_url: str | None
    can_ask: bool
    notice: KeyNotice | None = None


def unknown_match_page(match_id: str) -> UnknownMatchPage:
    """Say how things stand with a match that is not here."""
    if is_generated(match_id):
        return _page(match_id, "none", "There is no such match", _RESERVED, can_ask=False)
    if platform_of_match(match_id) is None:
        return _page(match_id, "none", f"Match {match_id} is not here", _PRO, can_ask=False)
    run = latest_runs([match_key(match_id)]).get(match_key(match_id))
    if run is None:
        return _page(match_id, "unasked", f"Match {match_id} is not analysed yet", _UNASKED)
    return _PAGES.get(run.state, _failed)(match_id, run)


_RESERVED: Final = "Numbers below 1000 are kept for generated samples, and this one is not in use."
_PRO: Final = "Riot’s servers do not give matches of tournaments to sites. A file of it opens here."
_UNASKED: Final = "It is not here. Fetching and reading it takes a few seconds."


def _live(match_id: str, run: LatestRun) -> UnknownMatchPage:
    title = f"Match {match_id} is on its way"
    said = run.sentence or "It waits for its turn."
    return _page(match_id, "live", title, said, run=run, can_ask=False)


def _waiting(match_id: str, run: LatestRun) -> UnknownMatchPage:
    title = f"Match {match_id} is not available yet"
    return _page(match_id, "waiting", title, run.sentence, run=run, can_ask=False)


def _done(match_id: str, run: LatestRun) -> UnknownMatchPage:
    said = "It was analysed and has since been removed. It can be fetched again."
    return _page(match_id, "gone", f"Match {match_id} is no longer here", said, run=run)


def _failed(match_id: str, run: LatestRun) -> UnknownMatchPage:
    title = f"Match {match_id} could not be had"
    return _page(match_id, "failed", title, run.sentence, run=run)


_PAGES: Final = {"queued": _live, "running": _live, "waiting": _waiting, "done": _done}


def _page(  # noqa: PLR0913 - every field of the page that differs by state
    match_id: str,
    state: str,
    title: str,
    sentence: str,
    *,
    run: LatestRun | None = None,
    can_ask: bool = True,
) -> UnknownMatchPage:
    return UnknownMatchPage(
        match_id=match_id,
        state=state,
        title=title,
        sentence=sentence,
        next_at=run.next_at if run and run.state == "waiting" else None,
        job_url=run.url if run else None,
        can_ask=can_ask,
        notice=key_notice(),
    )
