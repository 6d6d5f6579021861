"""14. One person's tokens and work are nothing to another, by page, JSON and API."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from tests.api.programs import ALL, token_of, with_token
from tests.games import needs
from tests.people import person, sign_in
from webapp.accounts.actions.tokens import make_token
from webapp.accounts.models import ApiToken
from webapp.core.db import db

SAME = {"Sec-Fetch-Site": "same-origin"}


@pytest.mark.parametrize("name", ["Cy", "Bo", "Mo", "Di"])
def test_14_a_token_of_another_is_neither_seen_nor_revoked(app: Flask, name: str) -> None:
    made = make_token(person("Ada").id, "Ada's own", ALL, 30)
    client = app.test_client()
    sign_in(client, person(name))
    for headers in ({}, {"Accept": "application/json"}, {"HX-Request": "true"}):
        gone = client.post(f"/account/tokens/{made.id}/revocation", headers=SAME | headers)
        assert gone.status_code == 404
    assert client.get("/account/tokens.json").get_json()["tokens"] == []
    assert "s own" not in client.get("/account/tokens").text
    assert db.session.scalar(select(func.count()).select_from(ApiToken)) == 1


def test_14_a_token_cannot_reach_its_account_s_pages(client: FlaskClient) -> None:
    headers = with_token(token_of(person("Di")))
    for path in ("/account/tokens.json", "/account", "/admin", "/admin.json"):
        assert client.get(path, headers=headers).status_code in {303, 401, 404}
    for path in ("/api/v1/admin", "/api/v1/account", "/api/v1/account/tokens"):
        assert client.get(path, headers=headers).status_code == 404


def test_14_a_token_brings_no_session_along(app: Flask) -> None:
    client = app.test_client()
    sign_in(client, person("Ada"))
    other = with_token(token_of(person("Cy")))
    assert client.get("/api/v1/me").get_json()["name"] == "Ada"
    assert client.get("/api/v1/me", headers=other).get_json()["name"] == "Cy"
    assert client.get("/api/v1/me", headers=with_token("guild_no")).status_code == 401


@needs("dota2")
def test_14_another_s_work_is_not_listed_and_not_called_off(client: FlaskClient) -> None:
    ada, cy = token_of(person("Ada"), "jobs"), token_of(person("Cy"), "jobs")
    path = "/api/v1/dota2/matches/50001/analysis"
    told = client.post(path, headers=with_token(ada)).get_json()
    assert client.get("/api/v1/jobs", headers=with_token(cy)).get_json()["jobs"] == []
    stopped = client.post(f"{told['url']}/cancellation", headers=with_token(cy))
    assert stopped.status_code == 404
    assert client.get(told["url"]).get_json()["state"] == "queued"
