"""Whether OpenDota may be asked to read a match's replay, and what became of asking.

`may_ask` depends on the match alone and stands on its pages, which are kept; how a request stands
changes by itself and is a page of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from webapp.core.db import utc_now
from webapp.core.settings import current_settings
from webapp.dota2.domain.parse import missing
from webapp.dota2.domain.replays.numbers import is_own
from webapp.dota2.domain.words import REPLAY_GONE, parse_key
from webapp.dota2.pages.frame import url_of
from webapp.dota2.store.matches import load_row
from webapp.jobs.latest import LatestRun, latest_runs
from webapp.matchroom.unknown import LAST_GENERATED

SHOWN_BY_TAB: Final[dict[str, frozenset[str]]] = {
    "overview": frozenset({missing.MINUTES}),
    "map": frozenset({missing.KILLS, missing.WARDS, missing.WARDS_LOST}),
    "combat": frozenset({missing.DAMAGE}),
    "economy": frozenset({missing.MINUTES}),
    "laning": frozenset({missing.MINUTES, missing.LANES, missing.KILLS}),
    "objectives": frozenset({missing.OBJECTIVES, missing.RUNES}),
    "fights": frozenset({missing.KILLS, missing.FIGHTS}),
    "builds": frozenset({missing.PURCHASES, missing.POINTS}),
    "chat": frozenset({missing.CHAT, missing.KILLS}),
    "chance": frozenset({missing.MINUTES}),
    "findings": frozenset({missing.MINUTES, missing.KILLS, missing.OBJECTIVES}),
}
"""What of a replay each tab shows; a tab that is not here shows nothing of it."""

GENERATED: Final = "It is a generated sample: nobody can parse a match nobody played."
OWN: Final = "Its number was made here for a replay that names no match: OpenDota does not know it."
OLD: Final = (
    "The game keeps replays about ten days. This match was played more than two months ago: "
    "its replay is gone."
)
KEPT_AT_MOST: Final = timedelta(days=61)
"""Long past the day a replay is gone. Those of leagues are kept longer, nobody says how long."""
WHOLE: Final = "Nothing is missing that a replay could tell."
UNASKED: Final = "OpenDota has not been asked from here."
READ: Final = "OpenDota was asked and read the replay: what is missing is not in what it told."


@dataclass(frozen=True, slots=True)
class ParsePage:
    """How it stands with having a match's replay read.

    `state` is "needless", "unasked", "old", "live", "read", "gone" or "failed"; `ended_at` is when
    the last request ended, `job_url` the page of its progress.
    """

    match_id: int
    url: str
    state: str
    sentence: str
    ended_at: datetime | None
    job_url: str | None
    can_parse: bool


def may_ask(row: Any, tab: str | None = None) -> bool:
    """Say whether a parse could bring what a match lacks: on one tab, or anything at all."""
    if row.match_id <= LAST_GENERATED or is_own(row.match_id):
        return False
    if not row.parsed:
        return True
    if tab is None:
        return missing.may_be_read(row.missing)
    return missing.lacks_any(row.missing, SHOWN_BY_TAB[tab])


def parse_page(match_id: int) -> ParsePage | None:
    """Say how a request to read a replay stands; None for a match that is not kept here."""
    row = load_row(match_id)
    if row is None:
        return None
    if not may_ask(row):
        return _page(match_id, "needless", _why_not(match_id), None, can_parse=False)
    page = _asked(row)
    if page.can_parse and _is_old(row):
        return _page(match_id, "old", OLD, None, can_parse=False)
    return page


def _is_old(row: Any) -> bool:
    """Say whether a replay is surely gone; a stand-in's matches never age."""
    if row.started_at is None or row.league_id or current_settings().demo:
        return False
    return bool(utc_now() - row.started_at > KEPT_AT_MOST)


def _asked(row: Any) -> ParsePage:
    key = parse_key(row.match_id)
    run = latest_runs([key]).get(key)
    if run is None or (run.state == "done" and not row.parsed):
        return _page(row.match_id, "unasked", UNASKED, None, can_parse=True)
    return _of_run(row.match_id, run)


def _why_not(match_id: int) -> str:
    if match_id <= LAST_GENERATED:
        return GENERATED
    return OWN if is_own(match_id) else WHOLE


def _of_run(match_id: int, run: LatestRun) -> ParsePage:
    if run.live:
        sentence = run.sentence or "It waits for its turn."
        return _page(match_id, "live", sentence, run, can_parse=False)
    if run.state == "done":
        return _page(match_id, "read", READ, run, can_parse=False)
    if run.sentence == REPLAY_GONE:
        return _page(match_id, "gone", REPLAY_GONE, run, can_parse=False)
    return _page(match_id, "failed", run.sentence or "It was called off.", run, can_parse=True)


def _page(
    match_id: int, state: str, sentence: str, run: LatestRun | None, *, can_parse: bool
) -> ParsePage:
    return ParsePage(
        match_id=match_id,
        url=url_of(match_id),
        state=state,
        sentence=sentence,
        ended_at=run.finished_at if run else None,
        job_url=run.url if run else None,
        can_parse=can_parse,
    )
