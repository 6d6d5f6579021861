"""Work goes on while everything it stands on is killed at random: nothing lost, nothing twice."""

from __future__ import annotations

import gc
import json
import os
import random
import statistics
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from tests.chaos.town import Kill, Town
from webapp.app import create_app
from webapp.config import load_settings
from webapp.core.db import db
from webapp.jobs import enqueue

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterator

    from flask import Flask

GOOD = 150
POISON = ("raises", "exits", "hangs", "swallows") * 2
HARM_SECONDS = 18.0
PATIENCE_SECONDS = 300.0
HARMS = ("worker",) * 4 + ("horse",) * 5 + ("valkey",) * 2 + ("postgres",) * 2 + ("scheduler",)
RECOVERED_SECONDS = 60.0
TABLES = (
    "CREATE TABLE chaos_try (run uuid, pid int, worker int, at timestamptz DEFAULT now())",
    "CREATE TABLE chaos_effect (run uuid, at timestamptz DEFAULT clock_timestamp())",
)


@pytest.fixture
def town() -> Iterator[Town]:
    with tempfile.TemporaryDirectory(prefix="guildhall-chaos-") as folder:
        made = Town(Path(folder))
        try:
            made.open()
            yield made
        finally:
            made.close()


@pytest.mark.chaos
@pytest.mark.filterwarnings("ignore:.*was deleted while still open:ResourceWarning")
@pytest.mark.timeout(240)
def test_nothing_is_lost_or_done_twice_while_everything_is_killed(town: Town) -> None:
    seed = int(os.environ.get("CHAOS_SEED") or random.SystemRandom().randrange(10**6))
    print(f"chaos seed {seed}")  # noqa: T201 - a failure is repeated with it
    chance = random.Random(seed)
    began = time.monotonic()
    app = create_app(load_settings(town.env))
    with app.app_context():
        db.create_all()
        _commit(*TABLES)
    town.populate()
    asked = _harm_while_asking(town, app, chance)
    _wait_for_the_end(town, app, began + PATIENCE_SECONDS)
    with app.app_context():
        found = _results(asked)
        report = {"seed": seed, "seconds": round(time.monotonic() - began, 1), **found}
        report |= {"recovery": _recoveries(town.kills), "kills": _counted(town.kills)}
        db.engine.dispose()
    _forget_cut_connections()
    _write(report)
    assert set(report["kills"]) == set(HARMS), report
    assert found["lost"] == found["twice"] == found["poison_effects"] == 0, report
    assert found["done"] == GOOD, report
    assert found["dead"] == len(POISON), report
    assert all(r["max_s"] < RECOVERED_SECONDS for r in report["recovery"].values()), report


def _commit(*statements: str) -> None:
    for statement in statements:
        db.session.execute(text(statement))
    db.session.commit()


def _harm_while_asking(town: Town, app: Flask, chance: random.Random) -> dict[uuid.UUID, str]:
    """Ask for the work bit by bit while harm is done; ask again where asking failed.

    Harm of each kind comes first, once, in any order; what follows is left to chance.
    """
    kinds = [*POISON, *["good"] * GOOD]
    asked: dict[uuid.UUID, str] = {}
    end = time.monotonic() + HARM_SECONDS
    next_harm = time.monotonic() + 4
    while kinds or time.monotonic() < end:
        for _ in range(min(4, len(kinds))):
            if run_id := _ask(app, kinds[0], len(kinds), chance):
                asked[run_id] = kinds.pop(0)
        if time.monotonic() > next_harm:
            left = sorted(set(HARMS) - {kill.what for kill in town.kills})
            town.harm(chance.choice(left or HARMS), chance)
            next_harm = time.monotonic() + chance.uniform(0.4, 1.4)
        town.repair()
        time.sleep(0.5)
    return asked


def _ask(app: Flask, kind: str, number: int, chance: random.Random) -> uuid.UUID | None:
    args = {"seconds": round(chance.uniform(0.02, 0.6), 2)}
    with app.app_context():
        try:
            run_id = enqueue(
                f"chaos.{kind}",
                key=f"{kind}.{number}",
                args=args,
                target_url="",
                steps=("Work",),
                title="Chaos",
            )
            db.session.commit()
        except DBAPIError:
            db.session.rollback()
            return None
        return run_id


def _wait_for_the_end(town: Town, app: Flask, deadline: float) -> None:
    open_runs = text("SELECT count(*) FROM job_run WHERE state IN ('queued', 'running', 'waiting')")
    while time.monotonic() < deadline:
        town.repair()
        with app.app_context():
            try:
                if not db.session.scalar(open_runs):
                    return
            except DBAPIError:  # the last harm may still be under repair
                db.session.rollback()
        time.sleep(0.25)


def _results(asked: dict[uuid.UUID, str]) -> dict[str, int]:
    rows = db.session.execute(text("SELECT id, kind, state, attempt FROM job_run")).all()
    states = {row.id: row.state for row in rows}
    effects = Counter(db.session.execute(text("SELECT run FROM chaos_effect")).scalars())
    good = [run for run, kind in asked.items() if kind == "good"]
    poison = [run for run, kind in asked.items() if kind != "good"]
    return {
        "asked": len(asked),
        "done": sum(states[run] == "done" and effects[run] == 1 for run in good),
        "lost": sum(effects[run] == 0 for run in good),
        "twice": sum(effects[run] > 1 for run in good),
        "dead": sum(states[run] == "dead" for run in poison),
        "poison_effects": sum(effects[run] for run in poison),
    }


def _counted(kills: list[Kill]) -> dict[str, int]:
    return dict(Counter(kill.what for kill in kills))


def _recoveries(kills: list[Kill]) -> dict[str, dict[str, Any]]:
    """Measure, by what was killed, the seconds until the work it broke off was begun again.

    For a service or the scheduler, which break off nothing in particular: until the next
    try of anything.
    """
    rows = db.session.execute(
        text("SELECT run, pid, worker, extract(epoch FROM at) FROM chaos_try")
    )
    tries = sorted((float(at), run, pid, worker) for run, pid, worker, at in rows)
    taken: dict[str, list[float]] = {}
    for kill in kills:
        broken = {
            run for at, run, pid, worker in tries if kill.pid in (pid, worker) and at < kill.at
        }
        again = [at for at, run, *_ in tries if at > kill.at and (run in broken)]
        anyone = [at for at, *_ in tries if at > kill.at]
        found = again if kill.what in {"worker", "horse"} else anyone
        if found:
            taken.setdefault(kill.what, []).append(found[0] - kill.at)
    return {what: _summary(times) for what, times in taken.items()}


def _summary(times: list[float]) -> dict[str, Any]:
    return {
        "n": len(times),
        "median_s": round(statistics.median(times), 1),
        "max_s": round(max(times), 1),
    }


def _forget_cut_connections() -> None:
    """Collect what the killing of Postgres left half open, here where that is no fault."""
    gc.collect()


def _write(report: dict[str, Any]) -> None:
    print(json.dumps(report, indent=2))  # noqa: T201 - the figures are the point
    if path := os.environ.get("CHAOS_REPORT"):
        Path(path).write_text(json.dumps(report, indent=2) + "\n")
