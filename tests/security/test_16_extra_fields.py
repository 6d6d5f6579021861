"""16. What nobody asked for is refused or ignored; what comes twice means its first."""

from __future__ import annotations

from flask.testing import FlaskClient
from sqlalchemy import select

from tests.api.programs import token_of, with_token
from tests.people import person, sign_in
from webapp.accounts.models import Account, ApiToken
from webapp.core.db import db

SAME = {"Sec-Fetch-Site": "same-origin"}


def test_16_a_form_sets_only_what_it_shows(client: FlaskClient) -> None:
    ada, cy = person("Ada"), person("Cy")
    sign_in(client, ada)
    extra = {"account_id": cy.id, "role": "admin", "digest": "x", "ends_at": "2999-01-01"}
    sent = {"name": "bot", "days": "7", "scope": ["jobs", "admin", "account:write"]}
    assert client.post("/account/tokens", data=sent | extra, headers=SAME).status_code == 201
    made = db.session.scalars(select(ApiToken)).one()
    assert (made.account_id, made.scopes) == (ada.id, ["read", "jobs"])
    assert (made.ends_at - made.made_at).days <= 7
    assert set(db.session.scalars(select(Account.role))) == {"player"}


def test_16_a_body_with_a_field_too_many_is_refused(client: FlaskClient) -> None:
    headers = with_token(token_of(person("Ada")))
    for extra in ({"account_id": 2}, {"owner_id": 2}, {"is_admin": True}, {"expires_in": 10**9}):
        answer = client.post("/api/v1/tokens", json={"scopes": ["read"]} | extra, headers=headers)
        assert answer.status_code == 400
        assert answer.content_type == "application/problem+json"


def test_16_of_a_word_said_twice_the_first_counts(client: FlaskClient) -> None:
    headers = with_token(token_of(person("Ada"), "jobs"))
    link = client.get("/api/v1/jobs?limit=3&limit=50", headers=headers).headers["Link"]
    assert "limit=3>" in link
    assert client.get("/api/v1/jobs?limit=x&limit=50", headers=headers).status_code == 400
    told = client.get("/api/v1/search?q=7000000001&q=EUW1_1").get_json()
    assert told["text"] == "7000000001"


def test_16_of_a_field_said_twice_the_form_takes_the_first(client: FlaskClient) -> None:
    sign_in(client, person("Ada"))
    body = "name=first&name=second&days=7&days=365"
    kind = "application/x-www-form-urlencoded"
    client.post("/account/tokens", data=body, content_type=kind, headers=SAME)
    made = db.session.scalars(select(ApiToken)).one()
    assert (made.name, (made.ends_at - made.made_at).days <= 7) == ("first", True)
