"""Matches in and out: files first, then the rows that name them, all by one module.

A row never points at nothing: files have immutable names made of their content, are
written before the transaction, and an unused one is only wasted space.
"""

from __future__ import annotations

import dataclasses
import hashlib
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, Final, Literal, get_type_hints

import msgspec
import zstandard
from sqlalchemy import delete, func, select
from sqlalchemy.dialects.postgresql import Insert, insert

from webapp.core.db import db, read_one, utc_now
from webapp.core.objects import current_objects
from webapp.deadlock.domain.analysis import ANALYSIS_VERSION, Analysis
from webapp.deadlock.domain.records import Match
from webapp.deadlock.models import DeadlockMatch, DeadlockPlayer, DeadlockSlice

Provenance = Literal["upstream", "upload", "generated"]
# Measured on match bodies: level 1 is smaller than 3 and four times as fast as 6, which saves 8 %.
BODY_LEVEL = 1
SLICE_LEVEL = 3
CONTENT_VERSION: Final = "select content_version from deadlock_match where match_id = %(match_id)s"
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


def place_files(match_id: int, raw: Raw, files: Files) -> Placed:
    """Write a match's files under names made of their content; touches no row."""
    digest = hashlib.sha256(raw.body).hexdigest()
    packed = raw.body if raw.format != "json" else _pack(raw.body)
    folder = f"deadlock/matches/{match_id}"
    suffix = "zst" if raw.format == "json" else raw.format
    raw_key = _put(f"{folder}/raw-{digest[:16]}.{suffix}", packed)
    sizes = [len(packed), len(files.paths or b""), len(files.damage or b"")]
    return Placed(
        raw_key=raw_key,
        raw_sha256=digest,
        raw_bytes=len(raw.body),
        paths_key=_put_file(folder, "paths", "bin", files.paths),
        damage_key=_put_file(folder, "damage", "parquet", files.damage),
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
        db.session.execute(delete(table).where(table.c.match_id == match.match_id))
        db.session.execute(insert(table), rows)


def may_replace(match_id: int, provenance: Provenance) -> bool:
    """Say whether a body of this provenance may take the place of what is kept."""
    kept = db.session.scalar(
        select(DeadlockMatch.provenance).where(DeadlockMatch.match_id == match_id)
    )
    return kept is None or RANKED.index(provenance) >= RANKED.index(kept)


def content_version(match_id: int) -> str | None:
    """Name everything a match's pages show; None when it is not kept here. One small query."""
    version: str | None = read_one(CONTENT_VERSION, {"match_id": match_id})
    return version


def load_row(match_id: int) -> DeadlockMatch | None:
    """Give a match's row: its facts, provenance and files."""
    return db.session.get(DeadlockMatch, match_id)


def load_row_alone(match_id: int) -> DeadlockMatch | None:
    """Give a match's row outside of the session, to be held beyond it."""
    row = load_row(match_id)
    if row is not None:
        db.session.expunge(row)
    return row


def load_slices(match_id: int, *names: str) -> dict[str, Any]:
    """Give the named parts of a match's analysis, each as its own dataclass. One query."""
    rows = db.session.execute(
        select(DeadlockSlice.name, DeadlockSlice.body).where(
            DeadlockSlice.match_id == match_id, DeadlockSlice.name.in_(names)
        )
    )
    inflate = zstandard.ZstdDecompressor()
    types = _slice_types()
    return {
        name: msgspec.json.decode(inflate.decompress(body), type=types[name]) for name, body in rows
    }


def load_all_slices(match_id: int) -> dict[str, msgspec.Raw]:
    """Give every part of a match's analysis as the JSON it lies in."""
    rows = db.session.execute(
        select(DeadlockSlice.name, DeadlockSlice.body)
        .where(DeadlockSlice.match_id == match_id)
        .order_by(DeadlockSlice.name)
    )
    inflate = zstandard.ZstdDecompressor()
    return {name: msgspec.Raw(inflate.decompress(body)) for name, body in rows}


def load_raw(row: DeadlockMatch) -> bytes:
    """Give the body as the upstream sent it."""
    body = current_objects().get(row.raw_key)
    return zstandard.ZstdDecompressor().decompress(body) if row.raw_format == "json" else body


def load_file(key: str) -> bytes:
    """Give one of a match's column files, packed as it lies."""
    return current_objects().get(key)


def recent_matches(limit: int, *, generated: bool = False) -> list[DeadlockMatch]:
    """Give the matches analysed last, newest first; samples apart from real ones."""
    kinds = ("generated",) if generated else ("upstream", "upload")
    query = select(DeadlockMatch).where(DeadlockMatch.provenance.in_(kinds))
    newest = DeadlockMatch.match_id if generated else DeadlockMatch.saved_at.desc()
    return list(db.session.scalars(query.order_by(newest).limit(limit)))


def known_matches(match_ids: list[int]) -> set[int]:
    """Say which of these matches are kept here."""
    query = select(DeadlockMatch.match_id).where(DeadlockMatch.match_id.in_(match_ids))
    return set(db.session.scalars(query))


def stale_matches(after: int, limit: int) -> list[int]:
    """Give matches analysed by an older version, by id, past `after`."""
    query = select(DeadlockMatch.match_id).where(
        DeadlockMatch.analysis_version < ANALYSIS_VERSION, DeadlockMatch.match_id > after
    )
    return list(db.session.scalars(query.order_by(DeadlockMatch.match_id).limit(limit)))


def newest_fetch() -> datetime | None:
    """Say when the newest body came from the archive."""
    query = select(func.max(DeadlockMatch.fetched_at)).where(DeadlockMatch.provenance == "upstream")
    return db.session.scalar(query)


def count_matches() -> int:
    """Count what is kept here, samples left out."""
    query = select(func.count()).where(DeadlockMatch.provenance != "generated")
    return db.session.scalar(query) or 0


@cache
def _keep() -> Insert:
    """Build the statement that keeps a match's row, new or known, once a process."""
    keep = insert(DeadlockMatch.__table__)
    known = {one.name: one for one in keep.excluded if one.name != "match_id"}
    return keep.on_conflict_do_update(index_elements=["match_id"], set_=known)


@cache
def _slice_types() -> dict[str, Any]:
    return get_type_hints(Analysis)


def _pack(body: bytes) -> bytes:
    return zstandard.ZstdCompressor(level=BODY_LEVEL).compress(body)


def _put(key: str, body: bytes) -> str:
    current_objects().put(key, body)
    return key


def _put_file(folder: str, name: str, suffix: str, body: bytes | None) -> str | None:
    if body is None:
        return None
    return _put(f"{folder}/{name}-{hashlib.sha256(body).hexdigest()[:16]}.{suffix}", body)


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
