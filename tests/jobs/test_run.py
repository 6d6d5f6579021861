"""One run done: its effect, its steps, and every end a job can bring it to."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
import structlog
from sqlalchemy import text

from tests.jobs.asked import ask, row, shift
from webapp.core.db import db, utc_now
from webapp.jobs import Later, Refused, Run, cancel, perform

pytestmark = pytest.mark.usefixtures("app")


def test_the_effect_and_the_end_are_one_transaction() -> None:
    def job(run: Run) -> None:
        run.finish(
            lambda: db.session.execute(text("INSERT INTO job_heartbeat VALUES ('e', now())"))
        )

    run_id = ask()
    perform(run_id, {"test.match": job})
    assert row(run_id).state == "done"
    assert db.session.scalar(text("SELECT count(*) FROM job_heartbeat")) == 1


def test_a_broken_job_is_queued_again_and_dies_at_the_fifth_try() -> None:
    run_id = ask()
    for attempt in range(1, 6):
        assert perform(run_id, {"test.match": _broken})
        assert row(run_id).attempt == attempt
        assert row(run_id).state == ("dead" if attempt == 5 else "queued")
        shift(run_id, "run_at", -120)
    assert "ZeroDivisionError" in str(row(run_id).error)
    assert not perform(run_id, {"test.match": _broken})


def _broken(_run: Run) -> None:
    _ = 1 / 0


def test_what_a_broken_job_wrote_is_undone() -> None:
    def job(_run: Run) -> None:
        db.session.execute(text("INSERT INTO job_heartbeat VALUES ('half', now())"))
        raise ValueError

    perform(ask(), {"test.match": job})
    assert db.session.scalar(text("SELECT count(*) FROM job_heartbeat")) == 0


def test_a_refusal_is_final_and_its_sentence_is_kept() -> None:
    def job(_run: Run) -> None:
        raise Refused("Ada hides her matches.")

    run_id = ask()
    perform(run_id, {"test.match": job})
    assert (row(run_id).state, row(run_id).sentence) == ("failed", "Ada hides her matches.")


def test_waiting_for_another_server_costs_no_try() -> None:
    def job(_run: Run) -> None:
        raise Later("The archive asked us to wait.", utc_now() + timedelta(seconds=40))

    run_id = ask()
    perform(run_id, {"test.match": job})
    found = row(run_id)
    assert (found.state, found.attempt, found.fence) == ("waiting", 0, 1)
    assert found.waiting_reason == "The archive asked us to wait."


def test_an_unknown_kind_is_recorded_as_our_fault() -> None:
    run_id = ask(kind="test.nobody")
    perform(run_id, {})
    assert row(run_id).state == "queued"
    assert "KeyError" in str(row(run_id).error)


def test_steps_are_kept_with_their_times() -> None:
    def job(run: Run) -> None:
        run.step(1, "Fetched 168 kB")
        run.step(2, "Reading 12 players")

    run_id = ask()
    perform(run_id, {"test.match": job})
    first, second, third = row(run_id).steps
    assert first["sentence"] == "Fetched 168 kB"
    assert first["started_at"] <= first["finished_at"] <= second["finished_at"]
    assert third == {"sentence": STEP_3, "started_at": None, "finished_at": None}


STEP_3 = "Keep the tables"


def test_a_cancelled_job_stops_at_its_next_step() -> None:
    seen = []

    def job(run: Run) -> None:
        cancel(run.id)
        db.session.commit()
        run.step(1, "Fetching")
        seen.append("went on")

    run_id = ask()
    perform(run_id, {"test.match": job})
    assert row(run_id).state == "cancelled"
    assert seen == []


def test_a_job_carries_the_id_of_the_request_that_asked() -> None:
    seen = []
    with structlog.contextvars.bound_contextvars(request_id="asked-by-ada"):
        run_id = ask()
    perform(
        run_id,
        {
            "test.match": lambda run: seen.append(
                (run.request_id, structlog.contextvars.get_contextvars()["request_id"])
            )
        },
    )
    assert seen == [("asked-by-ada", "asked-by-ada")]


def test_a_job_renews_its_own_lease(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("webapp.jobs.lease.RENEW_SECONDS", 0.02)
    renewed = threading.Event()

    def job(run: Run) -> None:
        shift(run.id, "lease_until", -5)
        before = row(run.id).lease_until
        for _ in range(200):
            if row(run.id).lease_until > before:
                renewed.set()
                return
            threading.Event().wait(0.01)

    perform(ask(), {"test.match": job})
    assert renewed.is_set()
