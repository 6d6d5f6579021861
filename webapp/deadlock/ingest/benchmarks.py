"""Work out what is usual for each hero: a job, cheap when no column file changed."""

from __future__ import annotations

import hashlib

from webapp.core.db import db, utc_now
from webapp.deadlock.domain.benchmarks import Benchmarks
from webapp.deadlock.domain.segments.usual import item_times_of, spreads_of, usual_mark
from webapp.deadlock.domain.words import BENCHMARK_STEPS, BENCHMARKS_KEY
from webapp.deadlock.store import benchmarks, columns
from webapp.jobs import BULK, Run, enqueue

GROWN = 1.1
"""As much more than the snapshot knows is worth a new one before its hour."""


def refresh_benchmarks(run: Run) -> None:
    """Make a new snapshot when there is anything new to tell, and let it be the current one."""
    run.step(1, BENCHMARK_STEPS[0])
    said = f"{columns.columns_version()}|{usual_mark()}"
    version = hashlib.sha256(said.encode()).hexdigest()[:16]
    if version != benchmarks.current_version():
        run.step(2, BENCHMARK_STEPS[1])
        made = _work_out(version)
        run.step(3, BENCHMARK_STEPS[2])
        placed = benchmarks.place_benchmarks(made)
        run.finish(lambda: benchmarks.save_benchmarks(made, placed))
        benchmarks.forget_old()


def ask_when_grown() -> None:
    """Ask for a new snapshot when many matches were gathered since the last. Commits."""
    benchmarks.forget_benchmarks()
    gathered = sum(columns.count_members().values())
    if gathered <= GROWN * benchmarks.load_benchmarks().matches:
        return
    enqueue(
        BENCHMARKS_KEY,
        key=BENCHMARKS_KEY,
        args={},
        target_url="",
        steps=BENCHMARK_STEPS,
        title="Working out what is usual for each hero",
        queue=BULK,
    )
    db.session.commit()


def _work_out(version: str) -> Benchmarks:
    import polars as pl

    players, items = columns.scan("players"), columns.scan("items")
    db.session.rollback()
    counted = players.filter(pl.col("ordinary")).select(pl.col("match_id").unique()).collect()
    return Benchmarks(
        version=version,
        computed_at=utc_now(),
        matches=len(counted),
        spreads=spreads_of(players),
        items=item_times_of(items),
        counted=frozenset(counted["match_id"]),
    )
