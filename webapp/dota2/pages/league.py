"""A league: how far it is followed, and each of its matches, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from math import ceil
from typing import Final

from webapp.core.feeds import Entry, Feed
from webapp.dota2.domain.words import league_key
from webapp.dota2.models import Dota2Match
from webapp.dota2.pages.head import side_name
from webapp.dota2.pages.index import result_said
from webapp.dota2.store import leagues
from webapp.dota2.store.leagues import Game, Standing
from webapp.jobs.latest import LatestRun, latest_runs
from webapp.matchplay.charts import clock

ROWS: Final = 50
IN_FEED: Final = 30
BEST_OF: Final = {0: "best of 1", 1: "best of 3", 2: "best of 5"}
STATES: Final = {"kept": "analysed", "pending": "on its way", "failed": "could not be had"}


@dataclass(frozen=True, slots=True)
class GameLine:
    """One match of a league; who played and how it ended is known once it is kept here."""

    match_id: int
    url: str
    teams: tuple[str, str] | None
    winner_side: str
    score: str
    length: str
    series: str
    played_at: datetime | None
    state: str
    state_text: str
    trouble: str


@dataclass(frozen=True, slots=True)
class LeaguePage:
    """One league; `followed` says whether its matches are looked for here."""

    league_id: int
    name: str
    url: str
    followed: bool
    standing: Standing
    run_url: str | None
    failed_sentence: str | None
    lines: tuple[GameLine, ...]
    shown_said: str
    page: int
    numbers: tuple[int, ...]
    urls: dict[int, str]


def league_page(league_id: int, page: int = 1) -> LeaguePage:
    """Give a league's page; one nobody follows has an empty one with a way on."""
    standing, run = leagues.standing(league_id), _run(league_id)
    total = standing.kept + standing.pending + standing.failed
    pages = max(1, ceil(total / ROWS))
    page = min(max(page, 1), pages)
    games = leagues.games(league_id, ROWS, (page - 1) * ROWS)
    url, name = f"/dota2/leagues/{league_id}", leagues.name_of(league_id)
    return LeaguePage(
        league_id=league_id,
        name=name or f"League {league_id}",
        url=url,
        followed=name is not None,
        standing=standing,
        run_url=run.url if run and run.live else None,
        failed_sentence=run.sentence if run and run.state in {"failed", "dead"} else None,
        lines=tuple(_line(game) for game in games),
        shown_said=_said(page, len(games), total),
        page=page,
        numbers=tuple(range(1, pages + 1)),
        urls={one: f"{url}?page={one}" if one > 1 else url for one in range(1, pages + 1)},
    )


def league_feed(league_id: int) -> Feed | None:
    """Give the matches of a followed league that were analysed here; None for any other."""
    name = leagues.name_of(league_id)
    if name is None:
        return None
    rows = leagues.newest_kept(league_id, IN_FEED)
    title = f"{name or f'League {league_id}'} · Dota 2"
    return Feed(title, f"/dota2/leagues/{league_id}", [_entry(row) for row in rows])


def _run(league_id: int) -> LatestRun | None:
    key = league_key(league_id)
    return latest_runs([key]).get(key)


def _line(game: Game) -> GameLine:
    row = game.match
    side = (row.winner or "") if row else ""
    known = row is not None and None not in (row.score_a, row.score_b)
    return GameLine(
        match_id=game.listed.match_id,
        url=f"/dota2/matches/{game.listed.match_id}",
        teams=(side_name(row, "a"), side_name(row, "b")) if row else None,
        winner_side=side,
        score=f"{row.score_a}–{row.score_b}" if row and known else "",
        length=clock(row.duration_s) if row and row.duration_s else "",
        series=BEST_OF.get(game.listed.series_type or 0, "") if game.listed.series_id else "",
        played_at=(row.started_at if row else None) or game.listed.started_at,
        state=game.listed.state,
        state_text=STATES[game.listed.state],
        trouble=game.listed.sentence or "",
    )


def _entry(row: Dota2Match) -> Entry:
    title = f"{side_name(row, 'a')} against {side_name(row, 'b')}"
    return Entry(f"/dota2/matches/{row.match_id}", title, result_said(row), row.started_at)


def _said(page: int, shown: int, total: int) -> str:
    first = (page - 1) * ROWS + 1
    return f"{first} to {first + shown - 1} of {total:,}" if total else "no matches"
