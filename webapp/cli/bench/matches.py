"""What one match costs: time to take in over the floor, bytes to keep beside the seed's shape."""

from __future__ import annotations

import json
from dataclasses import dataclass

import zstandard
from sqlalchemy import text

from webapp.cli.bench.clock import median_pair
from webapp.core.db import db
from webapp.deadlock.ingest import save_generated
from webapp.deadlock.store.matches import load_row
from webapp.simulator.deadlock import generate_match
from webapp.simulator.deadlock.seed_shape import write_seed_shape

FIRST_ID = 7_000_001
RUNS = 15


@dataclass(frozen=True, slots=True)
class IngestFigures:
    """Seconds for the floor (body, JSON, zstd-3, one committed insert) and for the whole way."""

    floor_s: float
    ingest_s: float
    matches: int

    @property
    def ratio(self) -> float:
        """How many floors the whole way costs."""
        return self.ingest_s / self.floor_s


@dataclass(frozen=True, slots=True)
class KeptFigures:
    """Bytes of one match: as kept here, in the seed's JSON file, and that in JSONB."""

    kept: int
    rows: int
    seed_file: int
    seed_jsonb: int


def measure_ingest() -> IngestFigures:
    """Take matches in over and over, in turn with the floor."""
    bodies = [json.dumps(generate_match(FIRST_ID + n)).encode() for n in range(3)]
    db.session.execute(text("create temp table bench_floor (id serial, body bytea)"))
    db.session.commit()
    turn = iter(range(10**6))
    floor, whole = median_pair(
        lambda: _floor(bodies[next(turn) % 3]),
        lambda: save_generated(bodies[next(turn) % 3]),
        RUNS,
    )
    return IngestFigures(floor, whole, 3)


def _floor(body: bytes) -> None:
    import orjson

    orjson.loads(body)
    packed = zstandard.ZstdCompressor(level=3).compress(body)
    db.session.execute(text("insert into bench_floor (body) values (:body)"), {"body": packed})
    db.session.commit()


def measure_kept() -> KeptFigures:
    """Weigh one match as kept here against the seed-shaped document of the same match."""
    match = generate_match(FIRST_ID)
    match_id = save_generated(json.dumps(match).encode())
    row = load_row(match_id)
    seed = write_seed_shape(match)
    return KeptFigures(
        kept=row.kept_bytes if row else 0,
        rows=_row_bytes(match_id),
        seed_file=len(seed),
        seed_jsonb=_jsonb_bytes(seed),
    )


def _row_bytes(match_id: int) -> int:
    total = 0
    for table in ("deadlock_match", "deadlock_slice", "deadlock_player"):
        query = f"select coalesce(sum(pg_column_size(t)), 0) from {table} t where match_id = :id"  # noqa: S608
        total += int(db.session.scalar(text(query), {"id": match_id}) or 0)
    return total


def _jsonb_bytes(document: bytes) -> int:
    db.session.execute(text("create temp table bench_seed (body jsonb)"))
    db.session.execute(
        text("insert into bench_seed values (cast(:body as jsonb))"), {"body": document.decode()}
    )
    size = db.session.scalar(text("select pg_column_size(body) from bench_seed"))
    db.session.rollback()
    return int(size or 0)
