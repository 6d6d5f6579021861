"""From a reader's table to ours: exact columns, players by slot, one row order, compact Parquet."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from webapp.deadlock.domain.demos.datasets import Dataset
from webapp.deadlock.domain.demos.report import SIDES

if TYPE_CHECKING:
    import polars as pl

LEVEL: Final = 6
HUNDREDTHS: Final = 2
RISKY: Final = r"^[=+\-@\t\r]"


def keep_columns(frame: pl.DataFrame, dataset: Dataset, slots: Mapping[int, int]) -> pl.DataFrame:
    """Give a dataset's own columns in its own types, in the order of time.

    `slots` are players' slots by hero id; whoever is none of them is null, as is whatever the
    demo does not say or says in a form that does not fit.
    """
    columns = [_column(frame, *column, slots) for column in dataset.columns]
    return frame.select(columns).sort("tick", maintain_order=True)


def pack_table(frame: pl.DataFrame, match_id: int) -> bytes:
    """Write a table as Parquet, with the match's id beside every row."""
    import polars as pl

    file = io.BytesIO()
    named = frame.with_columns(match_id=pl.lit(match_id, dtype=pl.Int64))
    named.write_parquet(file, compression="zstd", compression_level=LEVEL)
    return file.getvalue()


def csv_of(parquet: bytes) -> bytes:
    """Write a kept table as CSV, so that a spreadsheet shows its texts and never runs them."""
    import polars as pl

    frame = pl.read_parquet(io.BytesIO(parquet))
    texts = pl.col(pl.String)
    safe = pl.when(texts.str.contains(RISKY)).then(pl.lit("'") + texts).otherwise(texts)
    return frame.with_columns(safe.name.keep()).write_csv(line_terminator="\r\n").encode()


def _column(
    frame: pl.DataFrame, ours: str, theirs: str, kind: str, slots: Mapping[int, int]
) -> pl.Expr:
    import polars as pl

    maps: dict[str, tuple[Mapping[int, Any], Any]] = {
        "slot": (slots, pl.UInt8),
        "side": (SIDES, pl.String),
    }
    type_ = maps[kind][1] if kind in maps else getattr(pl, kind)
    if theirs not in frame.columns:
        return pl.lit(None, dtype=type_).alias(ours)
    told = pl.col(theirs)
    if kind in maps:
        whole = told.cast(pl.Int64, strict=False)
        told = whole.replace_strict(dict(maps[kind][0]), default=None, return_dtype=type_)
    elif type_ == pl.Float32:
        told = told.cast(pl.Float64, strict=False).round(HUNDREDTHS).cast(type_)
    elif type_.is_integer() and frame.schema[theirs].is_float():
        told = told.round().cast(type_, strict=False)
    else:
        told = told.cast(type_, strict=False)
    return told.alias(ours)
