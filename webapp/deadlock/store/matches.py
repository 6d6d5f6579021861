"""Matches in and out: files first, then the rows that name them.

How is the same for every game (`webapp.matchroom`); here is what Deadlock keeps of a match.
"""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from webapp.deadlock.domain.analysis import ANALYSIS_VERSION, Analysis
from webapp.deadlock.domain.demos import DEMO_PARTS
from webapp.deadlock.domain.records import Match
from webapp.deadlock.models import DeadlockMatch, DeadlockPlayer, DeadlockSlice
from webapp.matchroom import keeping, listing, progress, quarantine, reading
from webapp.matchroom.keeping import Worked
from webapp.matchroom.reading import load_file, load_raw
from webapp.matchroom.shelf import Shelf

SHELF: Final[Shelf[DeadlockMatch, int]] = Shelf(
    game="deadlock",
    row=DeadlockMatch,
    slice=DeadlockSlice,
    analysis=Analysis,
    analysis_version=ANALYSIS_VERSION,
    added=DEMO_PARTS,
)

content_version = partial(reading.content_version, SHELF)
load_row = partial(reading.load_row, SHELF)
load_slices = partial(reading.load_slices, SHELF)
load_all_slices = partial(reading.load_all_slices, SHELF)
known_matches = partial(listing.known_matches, SHELF)
progress_of = partial(progress.progress_of, SHELF)
recent_matches = partial(listing.recent_matches, SHELF)
newest_fetch = partial(listing.newest_fetch, SHELF)
count_matches = partial(listing.count_matches, SHELF)
hold_match = partial(keeping.hold_match, SHELF)
renew_pages = partial(keeping.renew_pages, DeadlockMatch)
notes_on = partial(quarantine.notes_on, SHELF)


def save_match(match: Match, worked: Worked[Analysis]) -> None:
    """Write a match's rows in the caller's transaction."""
    keeping.save_row(SHELF, match.match_id, _own(match, worked.analysis), worked.raw, worked.placed)
    keeping.save_slices(SHELF, match.match_id, worked.slices)
    keeping.replace_rows(DeadlockPlayer, match.match_id, _players(match, worked.analysis))


def _own(match: Match, analysis: Analysis) -> dict[str, Any]:
    kills = {side.side: side.kills for side in analysis.scoreboard.sides}
    return {
        "started_at": match.started_at,
        "duration_s": match.duration_s,
        "winning_team": match.winning_team,
        "outcome": match.outcome,
        "game_mode": match.game_mode,
        "match_mode": match.match_mode,
        "kills_a": kills.get("a", 0),
        "kills_b": kills.get("b", 0),
        "missing": list(match.missing),
    }


def _players(match: Match, analysis: Analysis) -> list[dict[str, Any]]:
    teams = {player.slot: player.team for player in match.players}
    return [
        {
            "match_id": match.match_id,
            "team": teams[row.slot],
            "won": None if match.winning_team is None else teams[row.slot] == match.winning_team,
            **{name: getattr(row, name) for name in _KEPT},
        }
        for row in analysis.scoreboard.rows
    ]


_KEPT = (
    "slot",
    "account_id",
    "hero_id",
    "lane",
    "kills",
    "deaths",
    "assists",
    "souls",
    "level",
    "player_damage",
    "damage_taken",
    "objective_damage",
    "healing",
    "last_hits",
    "denies",
)

__all__ = [
    "SHELF",
    "content_version",
    "count_matches",
    "hold_match",
    "known_matches",
    "load_all_slices",
    "load_file",
    "load_raw",
    "load_row",
    "load_slices",
    "newest_fetch",
    "notes_on",
    "progress_of",
    "recent_matches",
    "renew_pages",
    "save_match",
]
