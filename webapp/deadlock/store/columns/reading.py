"""Questions across matches: each dataset as one lazy frame over its column files."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

import structlog
from sqlalchemy import select

from webapp.core.db import db
from webapp.core.objects import ObjectMissing, current_objects
from webapp.core.objects.local import LocalObjects
from webapp.core.page_cache import sweep
from webapp.core.settings import current_settings
from webapp.deadlock.domain.segments.shapes import schema_of
from webapp.deadlock.models import DeadlockSegment

if TYPE_CHECKING:
    import polars as pl

log = structlog.get_logger()
FOLDER: Final = "deadlock/columns"
MOST_BYTES: Final = 4 * 1024**3
"""Of files brought to local disk from a store elsewhere."""


def scan(name: str) -> pl.LazyFrame:
    """Give a dataset (players, items, heat, chances): each match once, real ones alone.

    One query; only columns that are asked for are read. A column a file lacks is null.
    """
    import polars as pl

    frames = [frame for one in segments() if (frame := _frame(one, name)) is not None]
    empty = pl.LazyFrame(schema=schema_of(name))
    return pl.concat([empty, *frames], how="diagonal_relaxed") if frames else empty


def columns_version() -> str:
    """Name everything a question across matches would read now. One small query."""
    return version_of(segments())


def version_of(found: list[DeadlockSegment]) -> str:
    """Name what these segments hold; a name never comes back, for a segment only loses matches."""
    said = "|".join(f"{one.segment_id}-{one.made_at.timestamp()}-{len(one.gone)}" for one in found)
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def segments() -> list[DeadlockSegment]:
    """Give all segments, oldest first."""
    return list(db.session.scalars(select(DeadlockSegment).order_by(DeadlockSegment.segment_id)))


def _frame(one: DeadlockSegment, name: str) -> pl.LazyFrame | None:
    import polars as pl

    file = one.files.get(name)
    path = local_path(str(file["key"])) if file else None
    if path is None:
        return None
    frame = pl.scan_parquet(path)
    return frame.filter(~pl.col("match_id").is_in(one.gone)) if one.gone else frame


def local_path(key: str) -> Path | None:
    """Give a file of this name on local disk, brought there once; None when it is lost.

    A name is made of the content, so what was brought never ages.
    """
    objects = current_objects()
    if isinstance(objects, LocalObjects):
        path = objects.root / key
        return path if path.is_file() else None
    *_, dataset, name = key.split("/")
    path = Path(current_settings().data_dir) / "cache" / "columns" / dataset / name
    if not path.is_file():
        try:
            _bring(path, objects.get(key))
        except ObjectMissing:
            log.warning("column file is lost", key=key)
            return None
    return path


def _bring(path: Path, body: bytes) -> None:
    """Make room, the longest unused going first; then write a file whole or not at all."""
    sweep(path.parents[1], MOST_BYTES)
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(body)
    Path(file.name).replace(path)
