"""Keeping a match: its rows in one transaction, once its files lie in the store."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Mapping
from functools import cache
from typing import Any

import msgspec
import zstandard
from sqlalchemy import ColumnElement, delete, func, select, true, update
from sqlalchemy.dialects.postgresql import Insert, insert

from webapp.core.db import db, utc_now
from webapp.deadlock.domain.analysis import ANALYSIS_VERSION, Analysis
from webapp.deadlock.domain.demos import DEMO_PARTS
from webapp.deadlock.domain.records import Match
from webapp.deadlock.models import DeadlockMatch, DeadlockPlayer, DeadlockSlice
from webapp.deadlock.store.matches.files import Placed, Provenance, Raw

SLICE_LEVEL = 3
RANKED = ("upload", "generated", "upstream")


def save_match(
    match: Match,
    analysis: Analysis,
    raw: Raw,
    placed: Placed,
    slices: Mapping[str, bytes] | None = None,
) -> None:
    """Write a match's rows in the caller's transaction; an older body never replaces a better.

    `slices` are those of `pack_slices`, where there was time for them before.
    """
    packed = slices or pack_slices(analysis)
    db.session.execute(_keep(), _row(match, analysis, raw, placed))
    for model, rows in (
        (DeadlockSlice, _slices(match.match_id, packed)),
        (DeadlockPlayer, _players(match, analysis)),
    ):
        table = model.__table__
        before = delete(table).where(table.c.match_id == match.match_id)
        # What a demo added is not worked out here, and names the body it belongs to.
        mine = table.c.name.not_in(DEMO_PARTS) if model is DeadlockSlice else true()
        db.session.execute(before.where(mine))
        db.session.execute(insert(table), rows)


def pack_slices(analysis: Analysis) -> dict[str, bytes]:
    """Pack every slice as it will lie in its row, by name; needs no app."""
    pack = zstandard.ZstdCompressor(level=SLICE_LEVEL)
    return {
        field.name: pack.compress(msgspec.json.encode(getattr(analysis, field.name)))
        for field in dataclasses.fields(Analysis)
    }


def hold_match(match_id: int) -> None:
    """Let nobody else write this match until the caller's transaction ends."""
    db.session.execute(select(func.pg_advisory_xact_lock(match_id)))


def renew_pages(shown: ColumnElement[bool]) -> None:
    """Give these matches' pages a new version: something they show has changed."""
    renewed = func.left(func.md5(DeadlockMatch.content_version), 24)
    db.session.execute(
        update(DeadlockMatch)
        .where(shown)
        .values(content_version=renewed)
        .execution_options(synchronize_session=False)
    )


def may_replace(match_id: int, provenance: Provenance) -> bool:
    """Say whether a body of this provenance may take the place of what is kept."""
    kept = db.session.scalar(
        select(DeadlockMatch.provenance).where(DeadlockMatch.match_id == match_id)
    )
    return kept is None or RANKED.index(provenance) >= RANKED.index(kept)


@cache
def _keep() -> Insert:
    """Build the statement that keeps a match's row, new or known, once a process."""
    keep = insert(DeadlockMatch.__table__)
    known = {one.name: one for one in keep.excluded if one.name != "match_id"}
    return keep.on_conflict_do_update(index_elements=["match_id"], set_=known)


def _slices(match_id: int, packed: Mapping[str, bytes]) -> list[dict[str, Any]]:
    return [{"match_id": match_id, "name": name, "body": body} for name, body in packed.items()]


def _row(match: Match, analysis: Analysis, raw: Raw, placed: Placed) -> dict[str, Any]:
    kills = {side.side: side.kills for side in analysis.scoreboard.sides}
    saved_at = utc_now()
    # The moment too: pages show it, and a version that came back would bring back old names.
    facts = f"{ANALYSIS_VERSION}|{placed.raw_sha256}|{raw.provenance}|{saved_at.isoformat()}"
    return {
        "match_id": match.match_id,
        "provenance": raw.provenance,
        "started_at": match.started_at,
        "duration_s": match.duration_s,
        "winning_team": match.winning_team,
        "outcome": match.outcome,
        "game_mode": match.game_mode,
        "match_mode": match.match_mode,
        "kills_a": kills.get("a", 0),
        "kills_b": kills.get("b", 0),
        "fetched_at": raw.fetched_at,
        "saved_at": saved_at,
        "raw_format": raw.format,
        "analysis_version": ANALYSIS_VERSION,
        "content_version": hashlib.sha256(facts.encode()).hexdigest()[:24],
        "missing": list(match.missing),
        **dataclasses.asdict(placed),
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
