"""The page of one run: whole, in part, as JSON; while it is live and when it has ended."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import event

from tests.jobs.asked import ask, row, shift
from webapp.core.db import db, utc_now
from webapp.jobs import Later, Refused, Run, cancel, ledger, perform

if TYPE_CHECKING:
    from flask.testing import FlaskClient

PART = {"HX-Request": "true", "HX-Request-Type": "partial"}


def fetch(client: FlaskClient, run_id: uuid.UUID, **headers: str) -> str:
    answer = client.get(f"/jobs/{run_id}", headers=headers)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    return answer.text


def test_a_queued_run_shows_its_place(client: FlaskClient) -> None:
    for key in "ab":
        ask(key)
    run_id = ask("c")
    ask("d")
    page = client.get(f"/jobs/{run_id}.json").json
    assert (page["ahead"], page["behind"], page["state"]) == (2, 1, "queued")
    assert "2 ahead in line" in fetch(client, run_id)


def test_a_live_page_asks_again_with_script_and_without(client: FlaskClient) -> None:
    run_id = ask()
    whole = fetch(client, run_id)
    assert '<noscript><meta http-equiv="refresh" content="2"></noscript>' in whole
    assert 'hx-trigger="every 1s"' in whole
    part = fetch(client, run_id, **PART)
    assert part.lstrip().startswith('<div id="progress"')
    assert "<html" not in part


def test_an_older_run_is_asked_about_less_often(client: FlaskClient) -> None:
    run_id = ask()
    shift(run_id, "created_at", -100)
    assert 'hx-trigger="every 2s"' in fetch(client, run_id)
    shift(run_id, "created_at", -1000)
    assert 'hx-trigger="every 5s"' in fetch(client, run_id)


def test_a_finished_run_stops_asking_and_leads_on(client: FlaskClient) -> None:
    run_id = ask()
    perform(run_id, {"test.match": lambda _run: None})
    part = client.get(f"/jobs/{run_id}", headers=PART)
    assert part.headers["HX-Redirect"] == "/there"
    whole = client.get(f"/jobs/{run_id}")
    assert whole.headers["Refresh"] == "0; url=/there"
    assert "every" not in whole.text.split('id="progress"')[1].split(">")[0]
    assert 'href="/there"' in whole.text


def test_a_run_that_finished_long_ago_may_be_looked_at(client: FlaskClient) -> None:
    run_id = ask()
    perform(run_id, {"test.match": lambda _run: None})
    shift(run_id, "finished_at", -100)
    assert "Refresh" not in client.get(f"/jobs/{run_id}").headers


def test_the_step_where_a_run_stopped_took_until_then(client: FlaskClient) -> None:
    def refuse(run: Run) -> None:
        run.step(1, "Fetch the match")
        raise Refused("There is no such match.")

    run_id = ask()
    perform(run_id, {"test.match": refuse})
    shift(run_id, "finished_at", 90)
    step = client.get(f"/jobs/{run_id}.json").json["steps"][0]
    assert (step["state"], round(step["took_s"])) == ("stopped", 90)


def test_a_running_page_shows_steps_and_an_honest_estimate(client: FlaskClient) -> None:
    run_id = ask("first")
    perform(run_id, {"test.match": lambda run: run.step(1, "Fetched 168 kB")})
    shift(run_id, "started_at", -24)
    seen = {}

    def job(run: Run) -> None:
        run.step(1, "Fetched 168 kB")
        run.step(2, "Reading 12 players")
        seen["json"] = client.get(f"/jobs/{run.id}.json").json
        seen["page"] = fetch(client, run.id)

    perform(ask("second"), {"test.match": job})
    page = seen["json"]
    assert [step["state"] for step in page["steps"]] == ["done", "now", "todo"]
    assert page["usual_of"] == 1
    assert 22 < page["left_s"] <= page["usual_s"] < 26
    assert "Step 2 of 3: Reading 12 players" in seen["page"]
    assert "median of 1" in seen["page"]


def test_without_any_finished_run_the_page_says_so(client: FlaskClient) -> None:
    assert "not known yet" in fetch(client, ask())


def test_a_wait_shows_its_reason_and_the_next_try(client: FlaskClient) -> None:
    def job(_run: Run) -> None:
        raise Later("The archive asked us to wait.", utc_now() + timedelta(seconds=40))

    run_id = ask()
    perform(run_id, {"test.match": job})
    page = fetch(client, run_id)
    assert "The archive asked us to wait." in page
    assert row(run_id).run_at.strftime("%H:%M:%S UTC") in page
    assert 'hx-trigger="every 5s"' in page


def test_a_refused_run_says_why_and_can_be_tried_again(client: FlaskClient) -> None:
    def job(run: Run) -> None:
        run.step(1, "Asking the archive")
        raise Refused("Ada hides her matches <b>.")

    run_id = ask()
    perform(run_id, {"test.match": job})
    page = fetch(client, run_id)
    assert "Ada hides her matches &lt;b&gt;." in page
    assert "every" not in page.split('id="progress"')[1].split(">")[0]
    answer = client.post(f"/jobs/{run_id}/retry", headers={"Sec-Fetch-Site": "same-origin"})
    assert (answer.status_code, answer.location) == (303, f"/jobs/{run_id}")
    assert row(run_id).state == "queued"


def test_a_failed_try_shows_which_it_was(client: FlaskClient) -> None:
    run_id = ask()
    perform(run_id, {})
    page = fetch(client, run_id)
    assert "Try 1 of 5 did not succeed" in page
    assert "KeyError" not in page


def test_a_stranger_cannot_start_work_over(client: FlaskClient) -> None:
    run_id = ask()
    cancel(run_id)
    db.session.commit()
    answer = client.post(f"/jobs/{run_id}/retry", headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403
    assert row(run_id).state == "cancelled"


@pytest.mark.parametrize("name", [str(uuid.UUID(int=7)), "7", "..%2f", "x" * 300, "%00"])
@pytest.mark.parametrize("end", ["", ".json"])
def test_what_is_no_run_is_not_found(client: FlaskClient, name: str, end: str) -> None:
    assert client.get(f"/jobs/{name}{end}").status_code == 404


def test_retrying_what_is_no_run_is_not_found(client: FlaskClient) -> None:
    answer = client.post(
        f"/jobs/{uuid.UUID(int=7)}/retry", headers={"Sec-Fetch-Site": "same-origin"}
    )
    assert answer.status_code == 404


def test_looking_asks_the_database_three_times_and_writes_nothing(client: FlaskClient) -> None:
    run_id = ask()
    ledger.claim(run_id)
    said: list[str] = []

    def listen(_connection: object, _cursor: object, sql: str, *_: object) -> None:
        said.append(sql)

    event.listen(db.engine, "before_cursor_execute", listen)
    fetch(client, run_id, **PART)
    event.remove(db.engine, "before_cursor_execute", listen)
    assert len(said) == 3
    assert all(sql.startswith("SELECT") for sql in said)
