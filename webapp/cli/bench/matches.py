"""What one match costs: time to take in over the floor, bytes to keep."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import zstandard
from sqlalchemy import text

from webapp.cli.bench.clock import median_pair
from webapp.cli.bench.games import Bench, Bodies
from webapp.core.db import db

RUNS = 15


@dataclass(frozen=True, slots=True)
class MatchFigures:
    """Seconds for the floor (bodies, JSON, zstd-3, one committed insert) and for the whole way.

    `files` and `rows` are bytes of one match; `most_bytes` is what it may take in all.
    """

    title: str
    floor_s: float
    ingest_s: float
    files: int
    rows: int
    most_bytes: int | None
    most_floors: float | None

    @property
    def ratio(self) -> float:
        """How many floors the whole way costs."""
        return self.ingest_s / self.floor_s

    @property
    def kept(self) -> int:
        """Bytes of one match in all."""
        return self.files + self.rows

    def missed(self) -> Iterator[str]:
        """Name what costs more than it may."""
        if self.most_bytes and self.kept > self.most_bytes:
            yield "bytes kept"
        if self.most_floors and self.ratio > self.most_floors:
            yield "time to take in"


def measure_match(bench: Bench) -> tuple[MatchFigures, Any]:
    """Take matches in over and over, in turn with the floor; gives the first one's id too."""
    bodies = bench.bodies()
    # No temporary one: those write no log, and their commit waits for no disk.
    db.session.execute(text("create table if not exists bench_floor (id serial, body bytea)"))
    db.session.commit()
    turn = iter(range(10**6))
    floor, whole = median_pair(
        lambda: _floor(bodies[next(turn) % len(bodies)]),
        lambda: bench.keep(bodies[next(turn) % len(bodies)]),
        RUNS,
    )
    match_id = bench.keep(bodies[0])
    files, rows = bench.kept_bytes(match_id), _row_bytes(bench, match_id)
    wanted = bench.most_bytes, bench.most_floors
    return MatchFigures(bench.title, floor, whole, files, rows, *wanted), match_id


def _floor(bodies: Bodies) -> None:
    import orjson

    for body in bodies:
        orjson.loads(body)
        packed = zstandard.ZstdCompressor(level=3).compress(body)
        db.session.execute(text("insert into bench_floor (body) values (:body)"), {"body": packed})
    db.session.commit()


def _row_bytes(bench: Bench, match_id: Any) -> int:
    total = 0
    for table in bench.tables:
        query = f"select coalesce(sum(pg_column_size(t)), 0) from {table} t where match_id = :id"  # nosec B608  # noqa: S608
        total += int(db.session.scalar(text(query), {"id": match_id}) or 0)
    return total
