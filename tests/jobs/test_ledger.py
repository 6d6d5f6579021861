"""One run through the ledger: claimed, renewed, finished, failed, put aside, fenced off."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from tests.jobs.asked import ask, row, shift
from webapp.core.db import db
from webapp.jobs import cancel, enqueue, ledger, perform, push, retry
from webapp.jobs.records import Due, TakenOver

if TYPE_CHECKING:
    from flask import Flask

pytestmark = pytest.mark.usefixtures("app")


def test_a_hundred_askers_share_one_run() -> None:
    assert len({ask() for _ in range(100)}) == 1


def test_askers_at_the_same_moment_share_one_run(app: Flask) -> None:
    found = []
    ready = threading.Barrier(8)

    def one_asker() -> None:
        with app.app_context():
            ready.wait()
            found.append(ask())

    askers = [threading.Thread(target=one_asker) for _ in range(8)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    assert len(found) == 8
    assert len(set(found)) == 1


def test_whoever_waits_brings_a_run_of_the_slow_lane_to_the_front() -> None:
    run_id = ask(queue="bulk", args={"match_id": 7, "waited_for": False, "why": "a list"})
    assert ask(queue="bulk") == run_id
    assert row(run_id).queue == "bulk"
    assert ask(args={"match_id": 7, "waited_for": True}) == run_id
    found = row(run_id)
    assert found.queue == "interactive"
    assert found.args == {"match_id": 7, "waited_for": True, "why": "a list"}
    assert Due(run_id, "interactive", 0).ticket in (push.waiting_tickets("interactive") or ())


def test_a_run_at_work_or_of_another_kind_stays_as_it_is() -> None:
    run_id = ask(queue="bulk")
    assert ask(kind="test.other", args={"waited_for": True}) == run_id
    assert (row(run_id).queue, row(run_id).args) == ("bulk", {"match_id": 7})
    assert ledger.claim(run_id) is not None
    assert ask(args={"waited_for": True}) == run_id
    assert (row(run_id).queue, row(run_id).args) == ("bulk", {"match_id": 7})


def test_work_is_not_asked_for_until_its_cause_is_committed() -> None:
    run_id = enqueue("test.match", key="k", args={}, target_url="", steps=(), title="t")
    db.session.rollback()
    assert ledger.state_of(run_id) == "unknown"


def test_a_finished_run_leaves_its_key_free() -> None:
    first = ask()
    assert perform(first, {"test.match": lambda _run: None})
    assert ask() != first


def test_only_one_of_two_workers_gets_a_run() -> None:
    run_id = ask()
    assert ledger.claim(run_id) is not None
    assert ledger.claim(run_id) is None


def test_a_run_is_not_begun_before_its_time() -> None:
    run_id = ask()
    shift(run_id, "run_at", 60)
    assert ledger.claim(run_id) is None


def test_a_silent_worker_loses_its_run_and_cannot_finish_it() -> None:
    run_id = ask()
    old = ledger.claim(run_id)
    shift(run_id, "lease_until", -60)
    new = ledger.claim(run_id)
    assert old
    assert new
    assert not ledger.renew(old)
    db.session.execute(text("INSERT INTO job_heartbeat VALUES ('effect', now())"))
    with pytest.raises(TakenOver):
        ledger.finish(old, [])
    assert db.session.scalar(text("SELECT count(*) FROM job_heartbeat")) == 0
    ledger.finish(new, [])
    assert row(run_id).state == "done"


def test_an_old_claim_does_not_pass_for_a_new_one_after_a_retry() -> None:
    run_id = ask()
    old = ledger.claim(run_id)
    assert old
    cancel(run_id)
    db.session.commit()
    assert retry(run_id) == run_id
    db.session.commit()
    new = ledger.claim(run_id)
    assert new
    assert (new.attempt, old.attempt) == (1, 1)
    with pytest.raises(TakenOver):
        ledger.finish(old, [])


def test_a_retry_gives_the_run_that_took_up_the_key_meanwhile() -> None:
    first = ask()
    cancel(first)
    db.session.commit()
    second = ask()
    assert retry(first) == second
    assert row(first).state == "cancelled"


def test_a_finished_run_is_not_retried() -> None:
    run_id = ask()
    perform(run_id, {"test.match": lambda _run: None})
    assert retry(run_id) is None
