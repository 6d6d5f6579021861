"""What is kept of one match: its row, its slices, its files."""

from __future__ import annotations

from functools import cache
from typing import Any, cast, get_type_hints

import msgspec
import zstandard
from sqlalchemy import select

from webapp.core.db import db, read_row
from webapp.core.objects import current_objects
from webapp.matchroom.files import Provenance, Raw
from webapp.matchroom.models import MatchColumns
from webapp.matchroom.numbers_apart import put_together
from webapp.matchroom.shelf import K, Row, Shelf


def content_version(shelf: Shelf[Any, K], match_id: K) -> str | None:
    """Name everything a match's pages show; None when it is not kept here. One small query."""
    found = version_and_length(shelf, match_id)
    return found[0] if found else None


def version_and_length(shelf: Shelf[Any, K], match_id: K) -> tuple[str, int] | None:
    """Give the content version and the seconds a match lasted, in one small query."""
    found: tuple[Any, ...] | None = read_row(_version_query(shelf), {"match_id": match_id})
    return (found[0], found[1]) if found else None


def load_row(shelf: Shelf[Row, K], match_id: K) -> Row | None:
    """Give a match's row: its facts, provenance and files."""
    return db.session.get(shelf.row, match_id)


def load_row_alone(shelf: Shelf[Row, K], match_id: K) -> Row | None:
    """Give a match's row outside of the session, to be held beyond it."""
    row = load_row(shelf, match_id)
    if row is not None:
        db.session.expunge(row)
    return row


def load_slices(shelf: Shelf[Any, K], match_id: K, *names: str) -> dict[str, Any]:
    """Give the named parts of a match's analysis, each as its own dataclass. One query."""
    table = shelf.slice
    query = select(table.name, table.body).where(table.match_id == match_id, table.name.in_(names))
    inflate, types = zstandard.ZstdDecompressor(), _slice_types(shelf)
    return {
        name: msgspec.json.decode(inflate.decompress(body), type=types[name])
        for name, body in db.session.execute(query)
    }


def load_all_slices(shelf: Shelf[Any, K], match_id: K) -> dict[str, msgspec.Raw]:
    """Give every part of a match's analysis as the JSON it lies in."""
    table = shelf.slice
    query = select(table.name, table.body).where(table.match_id == match_id)
    inflate = zstandard.ZstdDecompressor()
    rows = db.session.execute(query.order_by(table.name))
    return {name: msgspec.Raw(inflate.decompress(body)) for name, body in rows}


def load_raw(row: MatchColumns) -> bytes:
    """Give the main body as the upstream sent it; raises ObjectMissing."""
    body = load_file(row.raw_key)
    return inflate_body(body) if row.raw_format == "json" else body


def load_beside(shelf: Shelf[Row, K], row: Row) -> dict[str, bytes]:
    """Give the other bodies that have come for a match, by name; raises ObjectMissing."""
    keys = {name: getattr(row, f"{name}_key") for name in shelf.bodies}
    return {name: inflate_body(load_file(key)) for name, key in keys.items() if key}


def load_bodies(shelf: Shelf[Row, K], row: Row) -> Raw:
    """Give everything that came for a match, as it came; raises ObjectMissing."""
    provenance = cast("Provenance", row.provenance)
    beside = load_beside(shelf, row)
    return Raw(load_raw(row), row.raw_format, row.fetched_at, provenance, beside)


def load_file(key: str) -> bytes:
    """Give one of a match's files, packed as it lies; raises ObjectMissing."""
    return current_objects().get(key)


def inflate_body(packed: bytes) -> bytes:
    """Unpack a JSON body as it lies in the store."""
    return put_together(zstandard.ZstdDecompressor().decompress(packed))


@cache
def _version_query(shelf: Shelf[Any, Any]) -> str:
    table = shelf.row.__tablename__
    return f"select content_version, duration_s from {table} where match_id = %(match_id)s"  # nosec B608  # noqa: S608 - a table's own name


@cache
def _slice_types(shelf: Shelf[Any, Any]) -> dict[str, Any]:
    return {**get_type_hints(shelf.analysis), **shelf.added}
