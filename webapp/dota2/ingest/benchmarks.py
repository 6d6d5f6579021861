"""Work out what is usual for each hero: a job, cheap when no match is new."""

from __future__ import annotations

import hashlib

from webapp.core.db import db, utc_now
from webapp.dota2.domain.benchmarks import Usual, spreads_of, usual_mark
from webapp.dota2.domain.words import BENCHMARK_STEPS
from webapp.dota2.store import benchmarks
from webapp.jobs import Run


def refresh_benchmarks(run: Run) -> None:
    """Make a new snapshot when there is anything new to tell, and let it be the current one."""
    run.step(1, BENCHMARK_STEPS[0])
    said = f"{benchmarks.gathered_mark()}|{usual_mark()}"
    version = hashlib.sha256(said.encode()).hexdigest()[:16]
    if version != benchmarks.current_version():
        run.step(2, BENCHMARK_STEPS[1])
        made = _work_out(version)
        run.step(3, BENCHMARK_STEPS[2])
        placed = benchmarks.place_usual(made)
        run.finish(lambda: benchmarks.save_usual(made, placed))
        benchmarks.forget_old()


def _work_out(version: str) -> Usual:
    matches, spreads = spreads_of(benchmarks.measured_matches())
    db.session.rollback()
    return Usual(version, utc_now(), matches, spreads)
