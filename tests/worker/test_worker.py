"""Worker processes: they find work, survive a Valkey that goes away, and stop when told."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
import uuid
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from tests.games import needs
from tests.jobs.asked import ask, row
from webapp.core.db import db
from webapp.jobs import QUEUES, ledger, push
from webapp.jobs.sweep import sweeper_age_s
from worker import main, queues, schedule
from worker.limits import MEMORY_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from flask import Flask

    from webapp.config import Settings
    from webapp.jobs import Run

ROOT = Path(__file__).parents[2]
TABLES = ("chaos_try (run uuid, pid int, worker int)", "chaos_effect (run uuid)")


def wait_for(what: Callable[[], bool], seconds: float = 60) -> None:
    """Wait until something is so; fail when it does not come to be."""
    deadline = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < deadline, "it did not come to be"
        threading.Event().wait(0.05)


@pytest.fixture
def worker(app: Flask, settings: Settings) -> Iterator[subprocess.Popen[bytes]]:
    """Start a real worker process that does the chaos test's jobs."""
    push.connection(app).flushdb()
    env = {
        "PATH": os.environ["PATH"],
        "DATABASE_URL": settings.database_url,
        "REDIS_URL": settings.redis_url,
        "STORAGE_URL": settings.storage_url,
        "SECRET_KEY": settings.secret_key,
        "GUILDHALL_DATA_DIR": str(settings.data_dir),
    }
    for table in TABLES:
        db.session.execute(text(f"CREATE TABLE {table}"))
    db.session.commit()
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.chaos.process", "worker"], env=env, cwd=ROOT
    )
    yield process
    process.kill()
    process.wait()
    db.session.rollback()
    db.session.execute(text("DROP TABLE chaos_try, chaos_effect"))
    db.session.commit()


def children(process: subprocess.Popen[bytes]) -> list[str]:
    return Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()


def test_a_worker_does_what_is_asked_and_stops_when_told(worker: subprocess.Popen[bytes]) -> None:
    run_id = ask(kind="chaos.good", args={"seconds": 0.01})
    wait_for(lambda: row(run_id).state == "done")
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(10) == 0


def test_a_hanging_job_is_stopped_in_time(worker: subprocess.Popen[bytes]) -> None:
    run_id = ask(kind="chaos.hangs")
    wait_for(lambda: row(run_id).attempt == 1 and row(run_id).state == "queued")
    assert row(run_id).sentence == "This took longer than it may, and was stopped."
    assert worker.poll() is None


def test_a_job_dies_with_its_worker(worker: subprocess.Popen[bytes]) -> None:
    ask(kind="chaos.hangs")
    wait_for(lambda: bool(children(worker)))
    horse = Path("/proc", children(worker)[0])
    worker.kill()
    wait_for(lambda: not horse.exists() or " Z " in (horse / "stat").read_text())


def limits_of(pids: list[str]) -> str:
    """Give what the kernel holds the first of some processes to; nothing when there is none."""
    with suppress(OSError):
        return Path("/proc", pids[0], "limits").read_text() if pids else ""
    return ""


def test_a_jobs_process_may_use_so_much_memory_and_processor_time(
    worker: subprocess.Popen[bytes],
) -> None:
    # Two seconds and one of grace, as tests/chaos/process.py has them, on every core.
    wanted = rf"Max cpu time +{3 * (os.cpu_count() or 1)} .*Max address space +{MEMORY_BYTES} "
    ask(kind="chaos.hangs")
    wait_for(lambda: bool(re.search(wanted, limits_of(children(worker)), re.DOTALL)))
    assert str(MEMORY_BYTES) not in limits_of([str(worker.pid)]), "the worker itself has none"


def test_a_worker_is_made_again_after_its_queue_went_away() -> None:
    made = []

    class Ends:
        told_to_stop = True

        def work(self, **_: str) -> None:
            made.append("worked")

    def make() -> Ends:
        if not made:
            made.append("away")
            raise main.RedisError
        return Ends()

    main.work(make)  # type: ignore[arg-type]
    assert made == ["away", "worked"]


def test_the_command_line_does_a_run_itself(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    done = []
    monkeypatch.setitem(main.KINDS, "test.match", lambda run: done.append(run.id))
    run_id = ask()
    assert main.run_here(run_id) == "done"
    assert done == [run_id]
    assert main.run_here(uuid.UUID(int=7)) == "unknown"
    assert app


def test_the_command_line_waits_for_whoever_has_the_run(app: Flask) -> None:
    run_id = ask()
    claim = ledger.claim(run_id)

    def end() -> None:
        with app.app_context():
            ledger.finish(claim, [])

    other = threading.Timer(0.3, end)
    other.start()
    assert main.run_here(run_id) == "done"
    other.join()


def test_the_scheduler_beats_until_it_is_stopped(app: Flask) -> None:
    stop = threading.Event()
    tending = threading.Thread(target=schedule.tend, args=(app, (), stop))
    tending.start()
    wait_for(lambda: sweeper_age_s() is not None)
    stop.set()
    tending.join(10)
    assert not tending.is_alive()
    assert sweeper_age_s() < 10


def test_every_kind_has_its_function() -> None:
    queues.import_all()
    for name in queues.NAMES:
        context, _, function = name.partition(".")
        assert callable(getattr(sys.modules[f"worker.{context}"], function)), name


def test_what_comes_around_is_of_a_known_kind() -> None:
    assert {periodic.kind for periodic in queues.PERIODIC} <= set(queues.KINDS)
    assert QUEUES == ("interactive", "bulk")


@needs("deadlock")
def test_a_lazy_kind_calls_its_function(monkeypatch: pytest.MonkeyPatch) -> None:
    called = []
    monkeypatch.setattr("worker.deadlock.match", called.append)
    run: Run = object()  # type: ignore[assignment]
    queues.KINDS["deadlock.match"](run)
    assert called == [run]
