"""What is kept of one match: its row, its slices, its files."""

from __future__ import annotations

from functools import cache
from typing import Any, Final, get_type_hints

import msgspec
import zstandard
from sqlalchemy import select

from webapp.core.db import db, read_one, read_row
from webapp.core.objects import current_objects
from webapp.deadlock.domain.analysis import Analysis
from webapp.deadlock.domain.demos import DEMO_PARTS
from webapp.deadlock.models import DeadlockMatch, DeadlockSlice

CONTENT_VERSION: Final = "select content_version from deadlock_match where match_id = %(match_id)s"
VERSION_AND_LENGTH: Final = (
    "select content_version, duration_s from deadlock_match where match_id = %(match_id)s"
)


def content_version(match_id: int) -> str | None:
    """Name everything a match's pages show; None when it is not kept here. One small query."""
    version: str | None = read_one(CONTENT_VERSION, {"match_id": match_id})
    return version


def version_and_length(match_id: int) -> tuple[str, int] | None:
    """Give the content version and the seconds a match lasted, in one small query."""
    found: tuple[Any, ...] | None = read_row(VERSION_AND_LENGTH, {"match_id": match_id})
    return (found[0], found[1]) if found else None


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


@cache
def _slice_types() -> dict[str, Any]:
    return {**get_type_hints(Analysis), **DEMO_PARTS}
