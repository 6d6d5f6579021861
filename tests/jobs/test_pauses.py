"""A stopped kind of work stands still, says so, and goes on where it was."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.jobs.asked import ask, row, shift
from webapp.core.db import db, utc_now
from webapp.jobs import ledger, pauses, perform
from webapp.jobs.samples import ended, samples, standing, take_sample
from webapp.jobs.sweep import sweep

KINDS = {"test.match": lambda _run: None, "test.other": lambda _run: None}


def stop(kind: str = "test.match") -> None:
    pauses.pause(kind, "account:1", "the source is being moved")
    db.session.commit()


def test_a_stopped_kind_is_neither_claimed_nor_woken_and_others_are(app: Flask) -> None:
    del app
    stopped, other = ask("a"), ask("b", kind="test.other")
    shift(stopped, "run_at", -60)
    shift(other, "run_at", -60)
    stop()
    assert perform(stopped, KINDS) is False
    assert row(stopped).state == "queued"
    assert row(stopped).attempt == 0
    assert perform(other, KINDS) is True
    assert sweep() == 0


def test_a_released_kind_goes_on_where_it_was(app: Flask) -> None:
    del app
    run_id = ask()
    stop()
    assert perform(run_id, KINDS) is False
    assert pauses.release("test.match") is not None
    db.session.commit()
    assert perform(run_id, KINDS) is True
    assert row(run_id).state == "done"


def test_a_silent_run_of_a_stopped_kind_is_taken_over_only_after_the_release(app: Flask) -> None:
    del app
    run_id = ask()
    assert ledger.claim(run_id) is not None
    shift(run_id, "lease_until", -60)
    stop()
    assert ledger.claim(run_id) is None
    pauses.release("test.match")
    db.session.commit()
    assert ledger.claim(run_id) is not None


def test_a_kind_is_stopped_once_and_released_once(app: Flask) -> None:
    del app
    assert pauses.pause("test.match", "account:1", "")
    assert not pauses.pause("test.match", "account:2", "")
    assert [one.paused_by for one in pauses.paused_kinds()] == ["account:1"]
    assert pauses.release("test.match") is not None
    assert pauses.release("test.match") is None


def test_a_reader_is_told_that_an_admin_paused_it(client: FlaskClient) -> None:
    run_id = ask()
    stop()
    assert "Paused by an admin" in client.get(f"/jobs/{run_id}").text
    assert client.get(f"/jobs/{run_id}.json").json["paused"] is True


def test_the_ledger_is_sampled_once_a_minute_with_the_age_of_its_oldest(app: Flask) -> None:
    del app
    run_id = ask()
    shift(run_id, "run_at", -90)
    take_sample()
    take_sample()
    since = (utc_now() - timedelta(minutes=10)).replace(second=0, microsecond=0)
    (one,) = samples(since, timedelta(minutes=60))
    assert one.due == 1
    assert one.oldest_age_s == pytest.approx(90, abs=20)


def test_what_is_stopped_is_not_overdue(app: Flask) -> None:
    del app
    shift(ask(), "run_at", -90)
    stop()
    assert standing().due == 0
    assert standing().oldest_age_s == 0


def test_what_ended_is_counted_by_when(app: Flask) -> None:
    del app
    for key in "ab":
        perform(ask(key), KINDS)
    since = (utc_now() - timedelta(hours=1)).replace(second=0, microsecond=0)
    found = ended(since, timedelta(minutes=5))
    assert sum(one.done for one in found) == 2
    assert sum(one.lost for one in found) == 0
