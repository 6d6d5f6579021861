"""Keeping a match: its files under names of their content, then its rows in one transaction."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, Literal

import msgspec
import zstandard
from sqlalchemy import ColumnElement, delete, func, select, true, update
from sqlalchemy.dialects.postgresql import Insert, insert

from webapp.core.db import db, utc_now
from webapp.core.objects import Objects, current_objects
from webapp.deadlock.domain.analysis import ANALYSIS_VERSION, Analysis
from webapp.deadlock.domain.demos import DEMO_PARTS
from webapp.deadlock.domain.records import Match
from webapp.deadlock.models import DeadlockMatch, DeadlockPlayer, DeadlockSlice

Provenance = Literal["upstream", "upload", "generated"]
# Measured on match bodies: level 1 is smaller than 3 and four times as fast as 6, which saves 8 %.
BODY_LEVEL = 1
SLICE_LEVEL = 3
RANKED = ("upload", "generated", "upstream")


@dataclass(frozen=True, slots=True)
class Raw:
    """An upstream body as it came, and how it was written."""

    body: bytes
    format: str
    fetched_at: datetime
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Files:
    """The column files of one match, packed."""

    paths: bytes | None
    damage: bytes | None


@dataclass(frozen=True, slots=True)
class Placed:
    """Keys of what already lies in the object store, for the row to name."""

    raw_key: str
    raw_sha256: str
    raw_bytes: int
    paths_key: str | None
    damage_key: str | None
    kept_bytes: int


def place_files(
    match_id: int, raw: Raw, pack: Callable[[], Files], objects: Objects | None = None
) -> Placed:
    """Write a match's files under names made of their content; touches no row.

    `pack` makes the column files. With `objects` given it needs no app: a thread may do it.
    """
    kept = objects or current_objects()
    digest = hashlib.sha256(raw.body).hexdigest()
    packed = raw.body if raw.format != "json" else _pack(raw.body)
    folder = f"deadlock/matches/{match_id}"
    suffix = "zst" if raw.format == "json" else raw.format
    kept.put(raw_key := f"{folder}/raw-{digest[:16]}.{suffix}", packed)
    files = pack()
    sizes = [len(packed), len(files.paths or b""), len(files.damage or b"")]
    return Placed(
        raw_key=raw_key,
        raw_sha256=digest,
        raw_bytes=len(raw.body),
        paths_key=_put_file(kept, f"{folder}/paths", "bin", files.paths),
        damage_key=_put_file(kept, f"{folder}/damage", "parquet", files.damage),
        kept_bytes=sum(sizes),
    )


def save_match(match: Match, analysis: Analysis, raw: Raw, placed: Placed) -> None:
    """Write a match's rows in the caller's transaction; an older body never replaces a better."""
    db.session.execute(_keep(), _row(match, analysis, raw, placed))
    for model, rows in (
        (DeadlockSlice, _slices(match.match_id, analysis)),
        (DeadlockPlayer, _players(match, analysis)),
    ):
        table = model.__table__
        before = delete(table).where(table.c.match_id == match.match_id)
        # What a demo added is not worked out here, and names the body it belongs to.
        mine = table.c.name.not_in(DEMO_PARTS) if model is DeadlockSlice else true()
        db.session.execute(before.where(mine))
        db.session.execute(insert(table), rows)


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


def _pack(body: bytes) -> bytes:
    return zstandard.ZstdCompressor(level=BODY_LEVEL).compress(body)


def _put_file(kept: Objects, name: str, suffix: str, body: bytes | None) -> str | None:
    if body is None:
        return None
    key = f"{name}-{hashlib.sha256(body).hexdigest()[:16]}.{suffix}"
    kept.put(key, body)
    return key


def _slices(match_id: int, analysis: Analysis) -> list[dict[str, Any]]:
    pack = zstandard.ZstdCompressor(level=SLICE_LEVEL)
    return [
        {
            "match_id": match_id,
            "name": field.name,
            "body": pack.compress(msgspec.json.encode(getattr(analysis, field.name))),
        }
        for field in dataclasses.fields(Analysis)
    ]


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
