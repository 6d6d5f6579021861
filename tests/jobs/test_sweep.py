"""The broom and the clock: what is due is called for, what is lost is found, nothing twice."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text, update

from tests.jobs.asked import ask, row, shift
from webapp.admin.backstage import EXTENSION, Backstage
from webapp.app import MADE_AT, SILENT_S
from webapp.core.db import db, utc_now
from webapp.core.models import Quarantine
from webapp.jobs import BULK, Later, Run, ledger, metrics, perform, push, retry, sweeper_age_s
from webapp.jobs.periodic import Periodic, start_periodic
from webapp.jobs.sweep import LOCK, forget_old, sweep
from worker.queues import PERIODIC

if TYPE_CHECKING:
    import uuid

    from flask import Flask
    from redis import Redis


@pytest.fixture
def valkey(app: Flask) -> Redis:
    """Give the queue's Valkey, emptied."""
    queue = push.connection(app)
    queue.flushdb()
    return queue


def calls(valkey: Redis) -> int:
    return valkey.llen("rq:queue:interactive")


def test_asking_calls_a_worker_after_the_commit(valkey: Redis) -> None:
    ask()
    assert calls(valkey) == 1


def test_a_retry_inside_a_savepoint_calls_once(valkey: Redis) -> None:
    run_id = ask()
    ledger.refuse(ledger.claim(run_id), sentence="no")
    valkey.flushdb()
    push_count = calls(valkey)
    retry(run_id)
    assert calls(valkey) == push_count
    db.session.commit()
    assert calls(valkey) == 1


def test_a_valkey_that_lost_everything_is_filled_again(valkey: Redis) -> None:
    run_id = ask()
    shift(run_id, "run_at", -5)
    valkey.flushdb()
    assert sweep() == 1
    assert calls(valkey) == 1


def test_a_call_that_still_lies_on_the_queue_is_not_repeated(valkey: Redis) -> None:
    shift(ask(), "run_at", -5)
    assert sweep() == 0
    assert calls(valkey) == 1


def test_a_backlog_of_one_queue_keeps_nothing_of_the_other_waiting(
    valkey: Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("webapp.jobs.sweep.AT_ONCE", 2)
    for number in range(3):
        shift(ask(f"bulk:{number}", queue=BULK), "run_at", -60)
    lost = ask("lost")
    shift(lost, "run_at", -5)
    valkey.delete("rq:queue:interactive")
    assert sweep() == 1
    assert calls(valkey) == 1
    assert row(lost).state == "queued"


def test_a_silent_run_is_called_for_again(valkey: Redis) -> None:
    run_id = ask()
    ledger.claim(run_id)
    shift(run_id, "lease_until", -60)
    assert sweep() == 1
    assert calls(valkey) == 2


def test_a_run_that_fell_silent_five_times_is_dead(valkey: Redis) -> None:
    run_id = ask()
    for _ in range(5):
        assert ledger.claim(run_id)
        shift(run_id, "lease_until", -60)
    assert ledger.claim(run_id) is None
    sweep()
    assert row(run_id).state == "dead"
    assert row(run_id).finished_at is not None
    assert valkey.ping()


@pytest.mark.usefixtures("valkey")
def test_a_waiting_run_is_queued_when_its_time_has_come() -> None:
    def job(_run: Run) -> None:
        raise Later("The archive asked us to wait.", utc_now() + timedelta(seconds=40))

    run_id = ask()
    perform(run_id, {"test.match": job})
    sweep()
    assert row(run_id).state == "waiting"
    shift(run_id, "run_at", -60)
    sweep()
    assert row(run_id).state == "queued"


@pytest.mark.usefixtures("valkey")
def test_a_second_sweeper_stands_aside(app: Flask) -> None:
    with db.engine.begin() as other:
        other.execute(text(f"SELECT pg_advisory_xact_lock({LOCK})"))
        assert sweep() == 0
        assert sweeper_age_s() is None
    sweep()
    assert app
    assert sweeper_age_s() < 5


def test_asking_works_while_valkey_is_away(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    away = push.connect("redis://127.0.0.1:9/0")
    monkeypatch.setitem(app.extensions, "guildhall.jobs.connection", away)
    run_id = ask()
    assert row(run_id).state == "queued"
    shift(run_id, "run_at", -5)
    assert sweep() == 0


HOURLY = Periodic(kind="test.assets", key="test.assets", every_s=3600, title="Refreshing")


@pytest.mark.usefixtures("valkey")
def test_periodic_work_comes_around_once_an_hour() -> None:
    assert start_periodic((HOURLY,)) == 1
    assert start_periodic((HOURLY,)) == 0
    run_id = db.session.scalar(text("SELECT id FROM job_run"))
    perform(run_id, {"test.assets": lambda _run: None})
    assert start_periodic((HOURLY,)) == 0
    shift(run_id, "created_at", -3601)
    assert start_periodic((HOURLY,)) == 1


def old(key: str, **args: object) -> uuid.UUID:
    """Give a run of Deadlock's that nobody could do, more than a month ago."""
    run_id = ask(key, "deadlock.match", args=args)
    ledger.refuse(ledger.claim(run_id), sentence="no")
    shift(run_id, "finished_at", -40 * 86400)
    return run_id


@pytest.mark.usefixtures("valkey")
def test_old_runs_are_forgotten_but_the_last_that_came_around() -> None:
    first, second, other = old("test.assets"), old("test.assets"), old("accounts.mail:7")
    shift(first, "created_at", -10)
    assert forget_old(["test.assets"]) == 2
    assert [ledger.state_of(one) for one in (first, second, other)] == [
        "unknown",
        "failed",
        "unknown",
    ]


@pytest.mark.usefixtures("valkey")
def test_a_run_is_kept_while_it_may_read_again_what_lies_in_quarantine() -> None:
    by_id, by_body = old("a", match_id=7), old("b", sha256="ab")
    others = old("c", match_id=8), old("d", sha256="cd")
    for kind, key, body in (
        ("deadlock.match", "7", "x"),
        ("deadlock.match", "upload", "ab"),
        ("dota2.match", "8", "cd"),
    ):
        db.session.add(Quarantine(kind=kind, key=key, reason="why", detail={"sha256": body}))
    db.session.commit()
    assert forget_old([]) == 2
    assert {ledger.state_of(one) for one in others} == {"unknown"}
    assert {ledger.state_of(one) for one in (by_id, by_body)} == {"failed"}
    db.session.execute(update(Quarantine).values(released_at=utc_now()))
    db.session.commit()
    assert forget_old([]) == 2


def test_what_brings_a_dataset_anew_comes_around(app: Flask) -> None:
    games: tuple[Backstage, ...] = app.extensions[EXTENSION]
    keys = {key for game in games for key in game.refreshes.values()}
    assert keys
    assert keys <= {one.key for one in PERIODIC}


@pytest.mark.usefixtures("valkey")
def test_the_figures_count_what_waits_and_what_came_of_the_rest() -> None:
    done = ask("a")
    perform(done, {"test.match": lambda _run: None})
    shift(ask("b"), "run_at", -30)
    shift(ask("c"), "run_at", 30)
    found = metrics()
    assert found.depth == {"interactive": 1}
    assert 29 < found.oldest_age_s["interactive"] < 60
    assert found.outcomes == {("test.match", "done"): 1, ("test.match", "queued"): 2}
    assert found.silent == 0


def test_a_silent_scheduler_makes_a_server_unready_but_a_new_one_lets_it_start(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = app.test_client()
    assert client.get("/readyz").json == {
        "ready": False,
        "wrong": {"sweeper": "the scheduler gives no sign of life"},
    }
    monkeypatch.setitem(app.extensions, MADE_AT, time.monotonic() - SILENT_S + 5)
    assert client.get("/readyz").json == {"ready": True, "wrong": {}}
    monkeypatch.setitem(app.extensions, MADE_AT, time.monotonic() - SILENT_S - 5)
    assert client.get("/readyz").status_code == 503
    sweep()
    assert client.get("/readyz").status_code == 200
    db.session.execute(text("UPDATE job_heartbeat SET beat_at = now() - interval '20 seconds'"))
    db.session.commit()
    assert client.get("/readyz").status_code == 503
