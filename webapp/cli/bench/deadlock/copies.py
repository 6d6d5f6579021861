"""Many matches for a measurement: a few, all different, over and over under other ids."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

from webapp.core.db import utc_now
from webapp.deadlock.domain.segments.packing import PackedFile, pack_frame
from webapp.deadlock.store import columns
from webapp.deadlock.store.columns import NewSegment

if TYPE_CHECKING:
    import polars as pl

DISTINCT: Final = 60
FIRST_ID: Final = 7_500_001
APART: Final = 1_000_000


def frame_of(file: PackedFile) -> pl.DataFrame:
    """Read a packed file back."""
    import polars as pl

    return pl.read_parquet(io.BytesIO(file.body))


def segment_of(frames: dict[str, pl.DataFrame], start: int, count: int) -> NewSegment:
    """Pack so many matches: the distinct ones over and over, each time under other ids."""
    copies = {name: _copies(frame, start, count) for name, frame in frames.items()}
    files = {name: pack_frame(name, copy) for name, copy in copies.items()}
    ids, now = copies["players"]["match_id"].unique(), utc_now()
    return NewSegment(dict.fromkeys(ids, now), columns.place_files(files))


def _copies(frame: pl.DataFrame, start: int, count: int) -> pl.DataFrame:
    import polars as pl

    turns = range(start, start + count, DISTINCT)
    shifted = [frame.with_columns(pl.col("match_id") + APART * turn) for turn in turns]
    last = FIRST_ID + APART * turns[-1] + count - DISTINCT * (len(turns) - 1)
    return pl.concat(shifted).filter(pl.col("match_id") < last)
