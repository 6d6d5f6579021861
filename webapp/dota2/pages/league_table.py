"""A league's matches as CSV: all of them, each as far as it has come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from webapp.dota2.pages.head import side_name
from webapp.dota2.store import leagues
from webapp.dota2.store.leagues import Game
from webapp.matchplay.tables import csv_of

MOST: Final = 5_000


@dataclass(frozen=True, slots=True)
class MatchRow:
    """One match; who played and how it ended is known once it is kept here."""

    match_id: int
    radiant: str | None
    dire: str | None
    winner: str | None
    radiant_kills: int | None
    dire_kills: int | None
    duration_s: int | None
    series_id: int | None
    started_at: datetime | None
    state: str
    trouble: str | None


def league_csv(league_id: int) -> str | None:
    """Give the matches of a followed league, the newest first; None for any other."""
    if leagues.name_of(league_id) is None:
        return None
    return csv_of([_row(game) for game in leagues.games(league_id, MOST, 0)], MatchRow)


def _row(game: Game) -> MatchRow:
    row, listed = game.match, game.listed
    return MatchRow(
        match_id=listed.match_id,
        radiant=side_name(row, "a") if row else None,
        dire=side_name(row, "b") if row else None,
        winner=side_name(row, row.winner) if row and row.winner else None,
        radiant_kills=row.score_a if row else None,
        dire_kills=row.score_b if row else None,
        duration_s=row.duration_s if row else None,
        series_id=listed.series_id,
        started_at=(row.started_at if row else None) or listed.started_at,
        state=listed.state,
        trouble=listed.sentence,
    )
