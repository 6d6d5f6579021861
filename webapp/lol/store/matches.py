"""Matches in and out: how is the same for every game, here is what League keeps of one."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from sqlalchemy import select

from webapp.core.db import db, utc_now
from webapp.lol.domain.analysis import ANALYSIS_VERSION, Analysis
from webapp.lol.domain.modes import UNDECIDED
from webapp.lol.domain.records import Match, Player
from webapp.lol.models import LolMatch, LolPlayer, LolSlice
from webapp.lol.store.shapes import save_shapes
from webapp.matchroom import keeping, listing, quarantine, reading
from webapp.matchroom.keeping import Worked
from webapp.matchroom.reading import load_file, load_raw
from webapp.matchroom.shelf import Packing, Shelf

SHELF: Final[Shelf[LolMatch, str]] = Shelf(
    game="lol",
    row=LolMatch,
    slice=LolSlice,
    analysis=Analysis,
    analysis_version=ANALYSIS_VERSION,
    bodies=("timeline",),
    # A timeline of 0.9 MB lies in 48 kB, at level 8 with its numbers in place in 67; both 10 ms.
    # From about 40 minutes on there is so much that a tenth of a megabyte would not hold it all.
    packing=Packing(bodies=11, slices=9, numbers_apart=True, large=36_000),
)

content_version = partial(reading.content_version, SHELF)
load_row = partial(reading.load_row, SHELF)
load_slices = partial(reading.load_slices, SHELF)
load_all_slices = partial(reading.load_all_slices, SHELF)
load_bodies = partial(reading.load_bodies, SHELF)
known_matches = partial(listing.known_matches, SHELF)
recent_matches = partial(listing.recent_matches, SHELF)
newest_fetch = partial(listing.newest_fetch, SHELF)
count_matches = partial(listing.count_matches, SHELF)
notes_on = partial(quarantine.notes_on, SHELF)


def load_brought(game_id: int | None) -> LolMatch | None:
    """Give the one match of a reader's file with a game's number, wherever it was played."""
    named = LolMatch.match_id.endswith(f"_{game_id}", autoescape=True)
    found = select(LolMatch).where(named, LolMatch.provenance == "upload").limit(2)
    rows = list(db.session.scalars(found)) if game_id else []
    return rows[0] if len(rows) == 1 else None


def save_match(match: Match, worked: Worked[Analysis]) -> None:
    """Write a match's rows in the caller's transaction."""
    keeping.save_row(SHELF, match.match_id, _own(match), worked.raw, worked.placed)
    keeping.save_slices(SHELF, match.match_id, worked.slices)
    players = [_player(match, one) for one in match.players]
    keeping.replace_rows(LolPlayer, match.match_id, players)
    save_shapes(match.match_id, worked.raw.provenance, worked.analysis)


def _own(match: Match) -> dict[str, Any]:
    return {
        "started_at": match.started_at or match.created_at or match.ended_at or utc_now(),
        "duration_s": match.duration_s,
        "outcome": match.ending,
        "missing": list(match.missing),
        "platform": match.platform,
        "queue_id": match.queue_id,
        "game_mode": match.game_mode,
        "layout": match.mode,
        "patch": match.patch,
        "winning_side": match.winner,
        "kills_a": _kills(match, "a"),
        "kills_b": _kills(match, "b"),
    }


def _kills(match: Match, side: str) -> int | None:
    """Add up a side's kills; None where there are no sides, or one player's are not told."""
    kills = [one.combat.kills for one in match.players if one.side == side]
    known = [number for number in kills if number is not None]
    return sum(known) if kills and len(known) == len(kills) else None


def _player(match: Match, one: Player) -> dict[str, Any]:
    return {
        "match_id": match.match_id,
        "slot": one.slot,
        "puuid": one.puuid,
        "name": one.name,
        "tag": one.tag,
        "champion_id": one.champion_id,
        "champion_name": one.champion_name,
        "side": one.side,
        "role": one.role,
        "won": None if match.ending in UNDECIDED else one.win,
        "place": one.subteam_place or one.place or None,
        "kills": one.combat.kills,
        "deaths": one.combat.deaths,
        "assists": one.combat.assists,
        "gold": one.farm.gold,
        "cs": one.farm.cs,
        "damage": one.damage.to_champions,
        "vision": one.sight.score,
    }


__all__ = [
    "SHELF",
    "content_version",
    "count_matches",
    "known_matches",
    "load_all_slices",
    "load_bodies",
    "load_file",
    "load_raw",
    "load_row",
    "load_slices",
    "newest_fetch",
    "notes_on",
    "recent_matches",
    "save_match",
]
