"""The room's front page: what was analysed last, samples to try, players looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from webapp.deadlock.domain.words import SIDE_NAMES, SIDE_SHORT, mode_words
from webapp.deadlock.models import DeadlockMatch
from webapp.deadlock.store import matches, players
from webapp.matchplay.charts import clock
from webapp.matchroom.door import AnalysedMatch, PlayerLink

RECENT = 30
SAMPLE_TITLES = {
    101: "A comeback",
    102: "A short, one-sided match",
    103: "A race for the base",
    104: "Four lanes, as in 2024",
    105: "A match with a pause",
}


@dataclass(frozen=True, slots=True)
class IndexPage:
    """The front page of the room."""

    recent: tuple[AnalysedMatch, ...]
    samples: tuple[AnalysedMatch, ...]
    players: tuple[PlayerLink, ...]
    total: int


def index_page() -> IndexPage:
    """Give the front page of the room."""
    return IndexPage(
        recent=recent_matches(RECENT),
        samples=sample_matches(),
        players=tuple(
            PlayerLink(
                one.persona_name or f"Account {one.account_id}",
                f"/deadlock/players/{one.account_id}",
                one.history_fetched_at,
            )
            for one in players.recent_accounts(10)
        ),
        total=matches.count_matches(),
    )


def recent_matches(limit: int) -> tuple[AnalysedMatch, ...]:
    """Give the matches analysed last, samples left out."""
    return tuple(_line(row) for row in matches.recent_matches(limit))


def sample_matches() -> tuple[AnalysedMatch, ...]:
    """Give the generated samples."""
    return tuple(_line(row) for row in matches.recent_matches(10, generated=True))


def _line(row: DeadlockMatch) -> AnalysedMatch:
    side: Literal["a", "b", ""] = ""
    if row.winning_team in {0, 1}:
        side = "a" if row.winning_team == 0 else "b"
    kills = sorted((row.kills_a, row.kills_b), reverse=True)
    if side:
        kills = [row.kills_a, row.kills_b] if side == "a" else [row.kills_b, row.kills_a]
    return AnalysedMatch(
        title=SAMPLE_TITLES.get(row.match_id, f"Deadlock {row.match_id}"),
        url=f"/deadlock/matches/{row.match_id}",
        said=f"{clock(row.duration_s)} · {mode_words(row.game_mode, row.match_mode)}",
        winner=SIDE_SHORT[side] if side else "",
        winner_side=side,
        score=f"{kills[0]}–{kills[1]}",
        played_at=row.started_at,
        analysed_at=row.saved_at,
    )


def result_said(row: DeadlockMatch) -> str:
    """Say date, length and result of a match in one line."""
    won = {0: "a", 1: "b"}.get(row.winning_team if row.winning_team is not None else -1)
    result = f"{SIDE_NAMES[won]} won" if won else "no winner"
    return f"{row.started_at:%-d %b %Y}, {clock(row.duration_s)}, {result}"
