"""Keeping a match: its rows in one transaction, once its files lie in the store.

A game's own `save` calls these in turn; none of them commits.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Generic, TypeVar

import msgspec
import zstandard
from sqlalchemy import ColumnElement, delete, func, select, true, update
from sqlalchemy.dialects.postgresql import Insert, insert

from webapp.core.db import db, utc_now
from webapp.matchroom.files import Placed, Provenance, Raw
from webapp.matchroom.models import MatchColumns
from webapp.matchroom.shelf import HARDEST, PLAIN, K, Packing, Shelf

A = TypeVar("A")
RANKED = ("upload", "generated", "upstream")


@dataclasses.dataclass(frozen=True, slots=True)
class Worked(Generic[A]):
    """What is kept of a match beside the match itself; `slices` are those of `pack_slices`."""

    analysis: A
    raw: Raw
    placed: Placed
    slices: Mapping[str, bytes]


def pack_slices(analysis: Any, how: Packing) -> dict[str, bytes]:
    """Pack every slice as it will lie in its row, by name; needs no app."""
    parts = {one.name: getattr(analysis, one.name) for one in dataclasses.fields(analysis)}
    return pack_parts(parts, how)


def pack_parts(parts: Mapping[str, Any], how: Packing = PLAIN) -> dict[str, bytes]:
    """Pack parts of a match's pages as they will lie in their rows, by name; needs no app."""
    told = {name: msgspec.json.encode(part) for name, part in parts.items()}
    packed = _packed(told, how.slices)
    return _packed(told, HARDEST) if how.too_large(sum(map(len, packed.values()))) else packed


def _packed(told: Mapping[str, bytes], level: int) -> dict[str, bytes]:
    pack = zstandard.ZstdCompressor(level=level)
    return {name: pack.compress(part) for name, part in told.items()}


def hold_match(shelf: Shelf[Any, K], match_id: K) -> None:
    """Let nobody else write this match until the caller's transaction ends."""
    number = func.hashtextextended(f"{shelf.game}.match:{match_id}", 0)
    db.session.execute(select(func.pg_advisory_xact_lock(number)))


def may_replace(shelf: Shelf[Any, K], match_id: K, provenance: Provenance) -> bool:
    """Say whether a body of this provenance may take the place of what is kept."""
    row = shelf.row
    kept = db.session.scalar(select(row.provenance).where(row.match_id == match_id))
    return kept is None or RANKED.index(provenance) >= RANKED.index(kept)


def save_row(
    shelf: Shelf[Any, K], match_id: K, own: Mapping[str, Any], raw: Raw, placed: Placed
) -> None:
    """Write a match's row, new or known, in the caller's transaction.

    `own` are the game's columns by name, `started_at`, `duration_s`, `outcome`, `missing` among
    them; a column nobody names is emptied.
    """
    saved_at = utc_now()
    # The moment too: pages show it, and a version that came back would bring back old names.
    version = (
        f"{shelf.analysis_version}|{placed.raw_sha256}|{raw.provenance}|{saved_at.isoformat()}"
    )
    row = {
        **own,
        "match_id": match_id,
        "provenance": raw.provenance,
        "fetched_at": raw.fetched_at,
        "saved_at": saved_at,
        "raw_key": placed.raw_key,
        "raw_format": raw.format,
        "raw_sha256": placed.raw_sha256,
        "raw_bytes": placed.raw_bytes,
        "kept_bytes": placed.kept_bytes,
        "analysis_version": shelf.analysis_version,
        "content_version": hashlib.sha256(version.encode()).hexdigest()[:24],
        **{f"{name}_key": key for name, key in placed.keys},
    }
    db.session.execute(_keep(shelf), row)


def save_slices(shelf: Shelf[Any, K], match_id: K, slices: Mapping[str, bytes]) -> None:
    """Write a match's packed slices in place of those before, in the caller's transaction."""
    table = shelf.slice.__table__
    # What was added later is not worked out here, and names the body it belongs to.
    ours = table.c.name.not_in(shelf.added) if shelf.added else true()
    db.session.execute(delete(table).where(table.c.match_id == match_id, ours))
    rows = [{"match_id": match_id, "name": name, "body": body} for name, body in slices.items()]
    db.session.execute(insert(table), rows)


def replace_rows(model: Any, match_id: K, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write what else belongs to a match, its players say, in place of what was there."""
    table = model.__table__
    db.session.execute(delete(table).where(table.c.match_id == match_id))
    if rows:
        db.session.execute(insert(table), rows)


def renew_pages(row: type[MatchColumns], shown: ColumnElement[bool]) -> None:
    """Give these matches' pages a new version: something they show has changed."""
    renewed = func.left(func.md5(row.content_version), 24)
    db.session.execute(
        update(row)
        .where(shown)
        .values(content_version=renewed)
        .execution_options(synchronize_session=False)
    )


@cache
def _keep(shelf: Shelf[Any, Any]) -> Insert:
    """Build the statement that keeps a match's row, new or known, once a process."""
    keep = insert(shelf.row.__table__)
    known = {one.name: one for one in keep.excluded if one.name != "match_id"}
    return keep.on_conflict_do_update(index_elements=["match_id"], set_=known)
