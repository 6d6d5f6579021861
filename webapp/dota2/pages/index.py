"""The room's front page: what was analysed last, samples to try, players looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from webapp.core.settings import current_settings
from webapp.dota2.models import Dota2Match
from webapp.dota2.pages.head import length_of, side_name
from webapp.dota2.store import accounts, leagues, matches
from webapp.dota2.store.catalogue import load_catalogue
from webapp.matchroom.door import AnalysedMatch, PlayerLink

RECENT = 30
MIB = 1024 * 1024
SAMPLE_TITLES = {
    201: "A comeback",
    202: "A short, one-sided match",
    203: "A long, even match",
    204: "A match whose replay was not read",
    205: "A remake after three minutes",
}


@dataclass(frozen=True, slots=True)
class LeagueLink:
    """A league that is followed, and how many of its matches are kept."""

    name: str
    url: str
    kept: int


@dataclass(frozen=True, slots=True)
class IndexPage:
    """The front page of the room."""

    recent: tuple[AnalysedMatch, ...]
    samples: tuple[AnalysedMatch, ...]
    players: tuple[PlayerLink, ...]
    leagues: tuple[LeagueLink, ...]
    total: int
    replay_mib: int


def index_page() -> IndexPage:
    """Give the front page of the room."""
    return IndexPage(
        recent=recent_matches(RECENT),
        samples=sample_matches(),
        players=tuple(
            PlayerLink(
                one.pro_name or one.persona_name or f"Account {one.account_id}",
                f"/dota2/players/{one.account_id}",
                one.history_fetched_at,
            )
            for one in accounts.recent_accounts(10)
        ),
        leagues=tuple(
            LeagueLink(name or f"League {league_id}", f"/dota2/leagues/{league_id}", kept)
            for league_id, name, kept in leagues.all_followed()
        ),
        total=matches.count_matches(),
        replay_mib=current_settings().dota2_replay_bytes // MIB,
    )


def recent_matches(limit: int) -> tuple[AnalysedMatch, ...]:
    """Give the matches analysed last, samples left out."""
    return tuple(_line(row) for row in matches.recent_matches(limit))


def sample_matches() -> tuple[AnalysedMatch, ...]:
    """Give the generated samples."""
    return tuple(_line(row) for row in matches.recent_matches(10, generated=True))


def result_said(row: Dota2Match) -> str:
    """Say date, length and result of a match in one line."""
    result = f"{side_name(row, row.winner)} won" if row.winner else "no winner"
    played = f"{row.started_at:%-d %b %Y}, " if row.started_at else ""
    return f"{played}{length_of(row)}, {result}"


def _line(row: Dota2Match) -> AnalysedMatch:
    side: Literal["a", "b", ""] = "a" if row.winner == "a" else "b" if row.winner == "b" else ""
    scores = (row.score_b, row.score_a) if side == "b" else (row.score_a, row.score_b)
    mode = load_catalogue().game_mode(row.game_mode) or "mode not recorded"
    return AnalysedMatch(
        title=SAMPLE_TITLES.get(row.match_id, f"Dota 2 {row.match_id}"),
        url=f"/dota2/matches/{row.match_id}",
        said=f"{length_of(row)} · {mode}",
        winner=side_name(row, side) if side else "",
        winner_side=side,
        score="" if None in scores else f"{scores[0]}–{scores[1]}",
        played_at=row.started_at,
        analysed_at=row.saved_at,
    )
