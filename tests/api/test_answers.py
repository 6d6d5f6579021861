"""How the API answers: problems, limits, work asked for, lists that go on."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select, update

from tests.api.programs import token_of, with_token
from tests.games import games_here, needs
from tests.people import Person, person
from webapp.accounts.models import JobAsker
from webapp.core import limits
from webapp.core.db import db
from webapp.jobs.models import JobRun

ROOM = next(game for game in ("dota2", "deadlock") if game in games_here())
"""A room that is here and whose matches have numbers for names."""
ASK = f"/api/v1/{ROOM}/matches/50001/analysis"
FOREIGN = {"Accept": "text/html", "Sec-Fetch-Site": "same-origin"}
FIELDS = {"type", "title", "status", "detail", "instance", "request_id"}


@pytest.fixture
def ada(app: Flask) -> Person:
    del app
    return person("Ada")


def asked(client: FlaskClient, token: str, match_id: int = 50_001) -> dict[str, Any]:
    answer = client.post(f"/api/v1/{ROOM}/matches/{match_id}/analysis", headers=with_token(token))
    assert answer.status_code == 202, answer.text
    told: dict[str, Any] = answer.get_json()
    assert answer.headers["Location"] == told["url"]
    return told


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api/v1/nothing", 404),
        ("GET", "/api/v1", 404),
        ("GET", f"/api/v1/{ROOM}/matches/77777", 404),
        ("GET", "/api/v1/lol/matches/EUW1_7777777", 404),
        ("GET", "/api/v1/lol/matches/none", 404),
        ("DELETE", f"/api/v1/{ROOM}", 405),
        ("POST", "/api/v1/me", 405),
        ("POST", ASK, 401),
        ("GET", "/api/v1/me", 401),
        ("GET", "/api/v1/jobs/nobody", 404),
    ],
)
def test_what_goes_wrong_is_a_problem_document(
    client: FlaskClient, method: str, path: str, status: int
) -> None:
    answer = client.open(path, method=method, headers=FOREIGN)
    assert (answer.status_code, answer.content_type) == (status, "application/problem+json")
    told = answer.get_json()
    assert set(told) == FIELDS
    assert (told["status"], told["instance"]) == (status, path)
    assert told["request_id"] == answer.headers["X-Request-ID"]
    assert told["type"] == f"/api#problem-{status}"
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_fault_of_ours_is_a_problem_without_a_trace(
    app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(**_: object) -> None:
        raise RuntimeError("a secret of the house")

    monkeypatch.setitem(app.view_functions, "api_v1.home_home", broken)
    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)
    answer = client.get("/api/v1/index")
    assert (answer.status_code, answer.content_type) == (500, "application/problem+json")
    assert "secret" not in answer.text


def test_every_problem_has_its_place_in_the_reference(client: FlaskClient) -> None:
    page = client.get("/api").text
    for path in ("/api/v1/nothing", "/api/v1/me"):
        kind = client.get(path).get_json()["type"]
        assert f'id="{kind.partition("#")[2]}"' in page


@needs("lol")
def test_older_addresses_below_api_stay_as_they_were(client: FlaskClient) -> None:
    answer = client.get("/api/lol/matches/EUW1_7777777")
    assert (answer.status_code, answer.content_type) == (404, "application/json")
    assert "detail" in answer.get_json()


def test_a_challenge_says_what_would_open_it(client: FlaskClient, ada: Person) -> None:
    assert client.get("/api/v1/me").headers["WWW-Authenticate"] == 'Bearer realm="Guildhall"'
    few = with_token(token_of(ada, "read"))
    refused = client.get("/api/v1/me", headers=few)
    assert refused.status_code == 403
    assert 'error="insufficient_scope"' in refused.headers["WWW-Authenticate"]
    foreign = client.post(ASK, headers={"Sec-Fetch-Site": "cross-site"})
    assert (foreign.status_code, "WWW-Authenticate" in foreign.headers) == (403, False)


def test_a_token_that_is_no_good_is_refused_where_none_is_needed(
    client: FlaskClient, ada: Person
) -> None:
    assert client.get(f"/api/v1/{ROOM}").status_code == 200
    assert client.get(f"/api/v1/{ROOM}", headers=with_token(token_of(ada))).status_code == 200
    for wrong in ("Bearer guild_no", "Bearer", "Basic QWRhOg==", "Bearer " + "x" * 3000):
        answer = client.get(f"/api/v1/{ROOM}", headers={"Authorization": wrong})
        assert answer.status_code == 401


def test_asking_for_work_is_noted_and_answers_where_it_is(client: FlaskClient, ada: Person) -> None:
    token = token_of(ada, "jobs")
    told = asked(client, token)
    assert client.get(told["url"]).get_json()["id"] == told["id"]
    assert client.get(told["page_url"]).status_code == 200
    again = asked(client, token)
    assert again["id"] == told["id"]
    mine = client.get("/api/v1/jobs", headers=with_token(token)).get_json()["jobs"]
    assert [one["id"] for one in mine] == [told["id"]]


def test_a_list_goes_on_where_it_ended_and_says_so_in_link(
    client: FlaskClient, ada: Person
) -> None:
    token = token_of(ada, "jobs")
    made = [asked(client, token, 50_000 + number)["id"] for number in range(5)]
    asked(client, token_of(person("Cy"), "jobs"), 60_000)
    found, url = [], "/api/v1/jobs?limit=2"
    for _ in range(3):
        answer = client.get(url, headers=with_token(token))
        found += [one["id"] for one in answer.get_json()["jobs"]]
        links = dict(reversed(link.split("; rel=")) for link in answer.headers["Link"].split(", "))
        url = links.get('"next"', "").strip("<>").removeprefix("http://127.0.0.1:8000")
        assert "limit=2" in links['"first"']
    assert found == made[::-1]
    assert url == ""


@pytest.mark.parametrize("query", ["limit=0", "limit=101", "limit=x", "limit=-1", "cursor=x"])
def test_a_place_or_a_number_that_is_none_is_said_to_be(
    client: FlaskClient, ada: Person, query: str
) -> None:
    headers = with_token(token_of(ada, "jobs"))
    assert client.get(f"/api/v1/jobs?{query}", headers=headers).status_code == 400


def test_work_is_called_off_by_whoever_alone_asked_for_it(client: FlaskClient, ada: Person) -> None:
    mine, other = token_of(ada, "jobs"), token_of(person("Cy"), "jobs")
    told = asked(client, mine)
    path = f"{told['url']}/cancellation"
    assert client.post(path, headers=with_token(other)).status_code == 404
    asked(client, other)
    assert client.post(path, headers=with_token(mine)).status_code == 409
    db.session.execute(JobAsker.__table__.delete().where(JobAsker.account_id != ada.id))
    db.session.commit()
    answer = client.post(path, headers=with_token(mine))
    assert (answer.status_code, answer.get_json()["state"]) == (200, "cancelled")
    assert client.post(path, headers=with_token(mine)).status_code == 409
    again = client.post(f"{told['url']}/retry", headers=with_token(mine))
    assert (again.status_code, again.get_json()["id"]) == (202, told["id"])


def test_nothing_is_asked_for_without_a_token_that_may(client: FlaskClient, ada: Person) -> None:
    assert client.post(ASK).status_code == 401
    assert client.post(ASK, headers={"Sec-Fetch-Site": "same-origin"}).status_code == 401
    for scope in ("read", "account:read"):
        answer = client.post(ASK, headers=with_token(token_of(ada, scope)))
        assert answer.status_code == 403
    assert db.session.scalar(select(func.count()).select_from(JobRun)) == 0


def test_what_is_left_counts_down_and_a_refusal_says_when_to_return(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = client.get(f"/api/v1/{ROOM}").headers
    second = client.get("/api/v1/index").headers
    assert int(first["X-RateLimit-Limit"]) == 300
    assert int(second["X-RateLimit-Remaining"]) == int(first["X-RateLimit-Remaining"]) - 1
    assert "Retry-After" not in first
    monkeypatch.setattr(limits.limiter.limiter, "hit", lambda *_, **__: False)
    refused = client.get(f"/api/v1/{ROOM}")
    assert (refused.status_code, refused.get_json()["status"]) == (429, 429)
    assert 0 < int(refused.headers["Retry-After"]) <= 60


def test_a_refusal_that_no_wait_ends_says_no_wait(client: FlaskClient, ada: Person) -> None:
    missing = client.get("/api/v1/nothing-here")
    scope = client.get("/api/v1/me", headers=with_token(token_of(ada, "read")))
    assert [missing.status_code, scope.status_code] == [404, 403]
    assert "X-RateLimit-Limit" in scope.headers
    assert ["Retry-After" in one.headers for one in (missing, scope)] == [False, False]


def test_a_job_asked_for_long_ago_keeps_its_place(client: FlaskClient, ada: Person) -> None:
    token = token_of(ada, "jobs")
    first, second = asked(client, token, 50_001), asked(client, token, 50_002)
    older = JobAsker.asked_at - timedelta(days=3)
    moved = update(JobAsker).where(JobAsker.run_id == second["id"]).values(asked_at=older)
    db.session.execute(moved)
    db.session.commit()
    listed = client.get("/api/v1/jobs", headers=with_token(token)).get_json()["jobs"]
    assert [one["id"] for one in listed] == [first["id"], second["id"]]
