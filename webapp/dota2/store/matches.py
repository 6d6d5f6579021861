"""Matches in and out: files first, then the rows that name them.

How is the same for every game (`webapp.matchroom`); here is what Dota 2 keeps of a match.
"""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from sqlalchemy import select

from webapp.core.db import db
from webapp.dota2.domain.analysis import ANALYSIS_VERSION, Analysis
from webapp.dota2.domain.records import Match
from webapp.dota2.models import Dota2Match, Dota2Player, Dota2Slice
from webapp.dota2.store import replays
from webapp.matchroom import keeping, listing, progress, quarantine, reading
from webapp.matchroom.files import Provenance
from webapp.matchroom.keeping import Worked
from webapp.matchroom.reading import load_file, load_raw
from webapp.matchroom.shelf import Shelf

SHELF: Final[Shelf[Dota2Match, int]] = Shelf(
    game="dota2",
    row=Dota2Match,
    slice=Dota2Slice,
    analysis=Analysis,
    analysis_version=ANALYSIS_VERSION,
)
SHORT_S: Final = 300
WORTH: Final = ("file", "generated", "upstream", "replay", "parsed upstream")
"""Whose body takes whose place: a replay read here tells more than a scoreboard."""

content_version = partial(reading.content_version, SHELF)
load_row = partial(reading.load_row, SHELF)
load_slices = partial(reading.load_slices, SHELF)
load_all_slices = partial(reading.load_all_slices, SHELF)
known_matches = partial(listing.known_matches, SHELF)
progress_of = partial(progress.progress_of, SHELF)
recent_matches = partial(listing.recent_matches, SHELF)
newest_fetch = partial(listing.newest_fetch, SHELF)
count_matches = partial(listing.count_matches, SHELF)
renew_pages = partial(keeping.renew_pages, Dota2Match)
notes_on = partial(quarantine.notes_on, SHELF)


def may_replace(
    match_id: int, provenance: Provenance, *, parsed: bool, replay: bool = False
) -> bool:
    """Say whether a body may take the place of what is kept; `replay`: one that was read here."""
    row = Dota2Match
    kept = db.session.execute(
        select(row.provenance, row.parsed, row.source).where(row.match_id == match_id)
    ).first()
    if kept is None:
        return True
    # A file may call itself a replay's; only one that was brought makes it true.
    read_here = kept.source == "replay" and replays.was_read(match_id)
    return _worth(provenance, parsed=parsed, replay=replay) >= _worth(
        kept.provenance, parsed=kept.parsed, replay=read_here
    )


def save_match(match: Match, worked: Worked[Analysis]) -> None:
    """Write a match's rows in the caller's transaction."""
    own = _own(match, worked.analysis)
    keeping.save_row(SHELF, match.match_id, own, worked.raw, worked.placed)
    keeping.save_slices(SHELF, match.match_id, worked.slices)
    keeping.replace_rows(Dota2Player, match.match_id, _players(match, worked.analysis))


def _worth(provenance: Provenance, *, parsed: bool, replay: bool) -> int:
    if provenance == "upload":
        return WORTH.index("replay" if replay else "file")
    return WORTH.index("parsed upstream" if parsed and provenance == "upstream" else provenance)


def _own(match: Match, analysis: Analysis) -> dict[str, Any]:
    return {
        **{name: getattr(match, name) for name in _SAME},
        "score_a": analysis.scoreboard.side_a.score,
        "score_b": analysis.scoreboard.side_b.score,
        "outcome": _outcome(match),
        "team_a": match.team_a.name if match.team_a else None,
        "team_b": match.team_b.name if match.team_b else None,
        "missing": list(match.missing),
    }


def _outcome(match: Match) -> str:
    if 0 < match.duration_s < SHORT_S:
        return "short"
    return "won" if match.winner else "no_winner"


def _players(match: Match, analysis: Analysis) -> list[dict[str, Any]]:
    return [
        {
            "match_id": match.match_id,
            "won": None if match.winner is None else row.side == match.winner,
            **{name: getattr(row, name) for name in _KEPT},
        }
        for row in analysis.scoreboard.rows
    ]


_SAME = (
    "sequence",
    "source",
    "parsed",
    "started_at",
    "duration_s",
    "winner",
    "game_mode",
    "lobby_type",
    "cluster",
    "region",
    "patch",
    "league_id",
    "league_name",
    "series_id",
    "replay_url",
)
_KEPT = (
    "slot",
    "side",
    "account_id",
    "hero_id",
    "abandoned",
    "level",
    "kills",
    "deaths",
    "assists",
    "net_worth",
    "last_hits",
    "denies",
    "gold_per_minute",
    "xp_per_minute",
    "hero_damage",
    "tower_damage",
    "hero_healing",
)

__all__ = [
    "SHELF",
    "content_version",
    "count_matches",
    "known_matches",
    "load_all_slices",
    "load_file",
    "load_raw",
    "load_row",
    "load_slices",
    "may_replace",
    "newest_fetch",
    "notes_on",
    "progress_of",
    "recent_matches",
    "renew_pages",
    "save_match",
]
