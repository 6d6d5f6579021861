"""Rows to Parquet, and small files to one bigger: bytes in memory, kept by the store."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from webapp.deadlock.domain.segments.rows import Gathered, Row, rows_of
from webapp.deadlock.domain.segments.shapes import ORDERS, SHAPES, schema_of

if TYPE_CHECKING:
    import polars as pl

GROUP_ROWS: Final = {"heat": 2_000}
"""Rows read at once: few where rows are long and a question asks for one hero."""


@dataclass(frozen=True, slots=True)
class PackedFile:
    """One dataset of one segment."""

    body: bytes
    rows: int


def pack_matches(gathered: Iterable[Gathered]) -> dict[str, PackedFile]:
    """Pack many matches as one file for each dataset; no file where there is no row."""
    rows: dict[str, list[Row]] = {name: [] for name in SHAPES}
    for one in gathered:
        for name, more in rows_of(one).items():
            rows[name] += more
    return {name: pack_rows(name, found) for name, found in rows.items() if found}


def pack_rows(name: str, rows: Sequence[Row]) -> PackedFile:
    """Pack rows of a dataset, given in the order of its columns."""
    import polars as pl

    return pack_frame(name, pl.DataFrame(rows, schema=schema_of(name), orient="row"))


def merge_files(name: str, parts: Sequence[tuple[Path, Collection[int]]]) -> PackedFile | None:
    """Put files of a dataset together, each without the matches that count in it no more."""
    import polars as pl

    frames = [
        pl.read_parquet(path).filter(~pl.col("match_id").is_in(list(gone))) for path, gone in parts
    ]
    whole = pl.concat(frames) if frames else pl.DataFrame(schema=schema_of(name))
    return pack_frame(name, whole) if whole.height else None


def pack_frame(name: str, frame: pl.DataFrame) -> PackedFile:
    """Pack a frame of a dataset's rows, in the order questions read them best."""
    file = io.BytesIO()
    ordered = frame.sort(ORDERS[name]) if name in ORDERS else frame
    ordered.write_parquet(
        file, compression="zstd", compression_level=3, row_group_size=GROUP_ROWS.get(name)
    )
    return PackedFile(file.getvalue(), frame.height)
