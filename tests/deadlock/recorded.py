"""Drawn recordings as tests use them: a reading of a generated match, changed at will."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import polars as pl

from tests.deadlock.kept import body_of, row_of
from webapp.deadlock.domain.demos import DemoHeader, parse_report
from webapp.deadlock.domain.parse import parse_metadata
from webapp.deadlock.domain.records import Match
from webapp.deadlock.ingest.demo.generated import keep_drawn
from webapp.deadlock.ingest.demo.keeping import Worked, work_out
from webapp.deadlock.ingest.demo.reading import Reading
from webapp.simulator.deadlock.recording import draw_tables, write_recording

MATCH = 5001


@cache
def match_of(match_id: int = MATCH, scenario: str = "normal") -> Match:
    return parse_metadata(body_of(match_id, scenario))


def reading_of(folder: Path, match_id: int = MATCH, scenario: str = "normal") -> Reading:
    """Give the drawn recording of a generated match as if it had just been read."""
    write_recording(json.loads(body_of(match_id, scenario)), folder)
    report = parse_report((folder / "report.jsonl").read_bytes())
    assert report.header is not None
    return Reading(report.header, folder, report.read, {})


def header_of(folder: Path, **changes: Any) -> DemoHeader:
    return replace(reading_of(folder).header, **changes)


def change(reading: Reading, name: str, *columns: pl.Expr) -> None:
    """Change some columns of a table the reader wrote."""
    path = reading.folder / f"{name}.parquet"
    pl.read_parquet(path).with_columns(*columns).write_parquet(path)


def drawn(match_id: int = MATCH, scenario: str = "normal") -> dict[str, pl.DataFrame]:
    """Give the drawn tables in the reader's own form."""
    tables = draw_tables(json.loads(body_of(match_id, scenario))["match_info"])
    return {name: pl.DataFrame(columns) for name, columns in tables.items()}


def keep_recording(match_id: int = MATCH, scenario: str = "normal") -> None:
    """Keep the drawn recording of a match that is kept, worked out once however many keep it."""
    keep_drawn(match_id, *_worked(match_id, scenario, row_of(match_id).raw_sha256))


@cache
def _worked(match_id: int, scenario: str, of: str) -> tuple[Reading, Worked]:
    with TemporaryDirectory() as folder:
        reading = reading_of(Path(folder), match_id, scenario)
        return reading, work_out(reading, match_of(match_id, scenario), of=of)
