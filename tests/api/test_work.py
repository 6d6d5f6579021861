"""What programs ask for that pages ask with a form: files read, the coach, many matches at once."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from tests.api.programs import token_of, with_token
from tests.archive import done
from tests.deadlock.kept import body_of as deadlock_body
from tests.deadlock.kept import keep_body
from tests.deadlock.test_players import PAGE as DEADLOCK
from tests.deadlock.test_players import history
from tests.dota2.kept import PARSED
from tests.dota2.kept import body_of as dota2_body
from tests.dota2.test_replay_jobs import OTHER_GAME, PLAIN
from tests.lol.kept import bodies_of as lol_bodies
from tests.lol.test_coach import looking_up, service
from tests.lol.test_summoner_pages import URL as SUMMONER
from tests.lol.test_summoner_pages import known
from tests.lol.told import RIFT
from tests.people import person
from webapp.api.operations import operations
from webapp.core.db import db
from webapp.core.limits import limiter
from webapp.core.problems import PROBLEM_JSON
from webapp.jobs.models import JobRun

BELOW = "/api/v1"
FORM = "multipart/form-data; boundary=cut"
MATCH = 74_001
DEMO = f"{BELOW}/deadlock/matches/{MATCH}/demo/file"
REPLAYS, FILES = f"{BELOW}/dota2/replays", f"{BELOW}/files"


@pytest.fixture
def token(app: Flask) -> dict[str, str]:
    """Give what a program of Ada's sends that may ask for work and nothing more."""
    del app
    return with_token(token_of(person("Ada"), "jobs"))


def bring(client: FlaskClient, url: str, body: bytes, token: dict[str, str]) -> TestResponse:
    """Send a file as programs do; the body is put together here, so that no file stays open."""
    head = b'--cut\r\nContent-Disposition: form-data; name="file"; filename="own.file"\r\n\r\n'
    data = head + body + b"\r\n--cut--\r\n"
    return client.post(url, data=data, headers=token, content_type=FORM)


def run_of(client: FlaskClient, answer: TestResponse) -> dict[str, Any]:
    """Give the work an answer names, as its address tells of it."""
    assert answer.status_code == 202, answer.text
    told = answer.get_json()
    assert answer.headers["Location"] == told["url"] == f"{BELOW}{told['page_url']}"
    assert answer.headers["Cache-Control"] == "private, no-store"
    found: dict[str, Any] = client.get(told["url"]).get_json()
    return found


@pytest.mark.parametrize(
    ("url", "body", "kind"),
    [
        (FILES, lambda: deadlock_body(MATCH, "short"), "deadlock.upload"),
        (FILES, lambda: dota2_body(PARSED), "dota2.upload"),
        (FILES, lambda: lol_bodies(RIFT)[0], "lol.upload"),
        (FILES, lambda: OTHER_GAME + bytes(2000), "deadlock.demo_file"),
        (FILES, lambda: PLAIN, "dota2.replay"),
        (REPLAYS, lambda: PLAIN, "dota2.replay"),
        (DEMO, lambda: OTHER_GAME + bytes(2000), "deadlock.demo_file"),
    ],
)
def test_a_file_is_taken_in_and_its_work_named(
    client: FlaskClient, token: dict[str, str], url: str, body: Any, kind: str
) -> None:
    keep_body(deadlock_body(MATCH, "short"))
    run = run_of(client, bring(client, url, body(), token))
    assert (run["kind"], run["state"]) == (kind, "queued")
    mine = client.get(f"{BELOW}/jobs", headers=token).get_json()["jobs"]
    assert [one["id"] for one in mine] == [run["id"]]


def test_a_file_brought_by_a_program_becomes_a_match(
    client: FlaskClient, token: dict[str, str]
) -> None:
    body, _ = lol_bodies(RIFT)
    answer = bring(client, FILES, body, token)
    assert bring(client, FILES, body, token).get_json() == answer.get_json()
    assert done(run_of(client, answer)["id"]).state == "done"
    lead = client.get(run_of(client, answer)["target_url"])
    assert client.get(BELOW + lead.headers["Location"]).status_code == 200


@pytest.mark.parametrize("url", [FILES, REPLAYS, DEMO])
def test_a_file_that_is_none_or_too_large_is_refused_as_a_problem(
    client: FlaskClient, token: dict[str, str], url: str
) -> None:
    keep_body(deadlock_body(MATCH, "short"))
    nothing = client.post(url, headers=token)
    wrong = bring(client, url, b"MZ\x90 a program", token)
    large = client.post(
        url,
        data=b"--cut",
        headers=token,
        content_type=FORM,
        environ_overrides={"CONTENT_LENGTH": str(2**40)},
    )
    assert [one.status_code for one in (nothing, wrong, large)] == [400, 415, 413]
    assert {one.content_type for one in (nothing, wrong, large)} == {PROBLEM_JSON}
    assert db.session.scalar(select(func.count()).select_from(JobRun)) == 0


def ask(client: FlaskClient, url: str, token: dict[str, str], question: object) -> TestResponse:
    return client.post(url, json={"question": question}, headers=token)


def test_a_program_talks_with_the_coach(
    app: Flask, client: FlaskClient, token: dict[str, str]
) -> None:
    known(3)
    with service(app, looking_up):
        run = run_of(client, ask(client, f"{BELOW}{SUMMONER}/coach", token, "How do I do?"))
        talk = f"{BELOW}{run['target_url']}"
        assert talk.startswith(f"{BELOW}/lol/coach/")
        assert ask(client, talk, token, "And now?").status_code == 409
        assert done(run["id"]).state == "done"
        more = run_of(client, ask(client, talk, token, "And now?"))
        assert (more["target_url"], more["id"] == run["id"]) == (run["target_url"], False)
        said = [one["text"] for one in client.get(talk).get_json()["turns"] if one["reader"]]
    assert said == ["How do I do?", "And now?"]


def test_what_is_no_question_is_refused(
    app: Flask, client: FlaskClient, token: dict[str, str]
) -> None:
    known(1)
    url = f"{BELOW}{SUMMONER}/coach"
    with service(app, looking_up):
        for question in ("", "  \0 ", "x" * 1_001, 7, None):
            assert ask(client, url, token, question).status_code == 400, question
        for body in ({}, {"question": "Well?", "account_id": 2}, []):
            assert client.post(url, json=body, headers=token).status_code == 400
        typed = client.post(url, data={"question": "Well?"}, headers=token)
        assert (typed.status_code, typed.content_type) == (415, PROBLEM_JSON)
    closed = ask(client, url, token, "Well?")
    assert (closed.status_code, closed.content_type) == (409, PROBLEM_JSON)


def test_all_matches_of_a_list_are_asked_for_and_counted(
    client: FlaskClient, token: dict[str, str]
) -> None:
    history(9)
    url = f"{BELOW}{DEADLOCK}/analyses?result=won"
    answer = client.post(url, headers=token)
    assert (answer.status_code, answer.headers["Location"]) == (202, f"{BELOW}/jobs")
    assert answer.get_json() == {
        "asked": 3,
        "url": f"{BELOW}/jobs",
        "page_url": f"{DEADLOCK}?result=won",
    }
    listed = client.get(answer.headers["Location"], headers=token).get_json()["jobs"]
    assert {one["title"] for one in listed} == {f"Fetching match 4000{n}" for n in (0, 3, 6)}
    nobody = client.post(f"{BELOW}{SUMMONER}/matches", headers=token)
    assert (nobody.status_code, nobody.get_json()["asked"]) == (202, 0)


def test_every_order_needs_a_token_that_may(
    app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limiter, "enabled", False)
    with app.test_request_context():
        orders = [one for one in operations(app) if one.method != "GET"]
    few = with_token(token_of(person("Ada"), "read", "account:read"))
    assert len(orders) > 20
    for one in orders:
        path = one.path.format(**{part.name: "1" for part in one.parameters})
        path = path.replace("/matches/1", "/matches/EUW1_1") if "/lol/" in path else path
        bare = client.post(path)
        assert (bare.status_code, bare.content_type) == (401, PROBLEM_JSON), path
        assert bare.headers["WWW-Authenticate"].startswith("Bearer"), path
        if one.said.opens == "jobs":
            assert client.post(path, headers=few).status_code in {403, 404}, path
    assert db.session.scalar(select(func.count()).select_from(JobRun)) == 0
