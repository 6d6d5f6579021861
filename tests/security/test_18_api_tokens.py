"""18. Tokens of programs: long, hashed, scoped, ending, shown once, dead with their account."""

from __future__ import annotations

import base64
import logging

import pytest
from flask.testing import FlaskClient
from sqlalchemy import String, Text, inspect, select, update

from tests.api.programs import token_of, with_token
from tests.games import needs
from tests.people import person
from webapp.accounts.actions import people
from webapp.accounts.models import Account, ApiToken, RefreshToken, TokenFamily
from webapp.core.db import db, utc_now
from webapp.core.models import Audit


def test_18_a_token_has_256_bits_and_a_prefix_to_be_found_by(client: FlaskClient) -> None:
    del client
    ada = person("Ada")
    secrets = {token_of(ada) for _ in range(5)}
    assert len(secrets) == 5
    for secret in secrets:
        assert secret.startswith("guild_")
        assert len(base64.urlsafe_b64decode(secret.removeprefix("guild_") + "=")) == 32


def test_18_nothing_kept_opens_anything(client: FlaskClient) -> None:
    token = token_of(person("Ada"))
    told = client.post("/api/v1/tokens", headers=with_token(token)).get_json()
    secrets = (token, told["access_token"], told["refresh_token"])
    kept = [
        value
        for model in (ApiToken, TokenFamily, RefreshToken)
        for row in db.session.scalars(select(model))
        for column in inspect(model).columns
        if isinstance(column.type, String | Text)
        for value in (getattr(row, column.key),)
    ]
    assert not any(secret in value for secret in secrets for value in kept)
    for value in kept:
        assert client.get("/api/v1/me", headers=with_token(value)).status_code == 401


@pytest.mark.parametrize("word", ["access_token", "token", "api_key", "Authorization"])
def test_18_no_token_is_taken_from_an_address_or_a_cookie(client: FlaskClient, word: str) -> None:
    token = token_of(person("Ada"))
    assert client.get("/api/v1/me", headers=with_token(token)).status_code == 200
    assert client.get(f"/api/v1/me?{word}={token}").status_code == 401
    assert client.get(f"/api/v1/me?{word}=Bearer+{token}").status_code == 401
    client.set_cookie(word, token)
    client.set_cookie("guildhall", token)
    assert client.get("/api/v1/me").status_code == 401
    form = {"access_token": token}
    asked = client.post("/api/v1/tokens", data=form, headers={"Sec-Fetch-Site": "same-origin"})
    assert asked.status_code == 401


def test_18_a_token_ends_and_never_later_than_in_a_year(client: FlaskClient) -> None:
    del client
    from webapp.accounts.actions.tokens import make_token

    ada = person("Ada")
    for days in (1, 365, 100_000):
        made = make_token(ada.id, "bot", [], days)
        assert (made.ends_at - utc_now()).days <= 365


@needs("dota2")
def test_18_disabling_an_account_ends_what_its_tokens_open(client: FlaskClient) -> None:
    token = token_of(person("Ada"))
    told = client.post("/api/v1/tokens", headers=with_token(token)).get_json()
    db.session.execute(update(Account).values(disabled_at=utc_now()))
    db.session.commit()
    for one in (token, told["access_token"]):
        assert client.get("/api/v1/me", headers=with_token(one)).status_code == 401
        assert client.post("/api/v1/tokens", headers=with_token(one)).status_code == 401
        ask = client.post("/api/v1/dota2/matches/50001/analysis", headers=with_token(one))
        assert ask.status_code == 401
    renewed = client.post("/api/v1/tokens/refresh", headers=with_token(told["refresh_token"]))
    assert renewed.status_code == 401


def test_18_what_ended_with_an_account_stays_ended_when_it_is_opened_again(
    client: FlaskClient,
) -> None:
    ada, by = person("Ada"), f"account:{person('Di').id}"
    token = token_of(ada)
    told = client.post("/api/v1/tokens", headers=with_token(token)).get_json()
    people.disable(ada.id, "a test", actor=by)
    noted = db.session.scalars(select(Audit).where(Audit.action == "disable account")).one()
    assert (noted.after or {})["tokens_ended"] == 1
    people.enable(ada.id, actor=by)
    for one in (token, told["access_token"]):
        assert client.get("/api/v1/me", headers=with_token(one)).status_code == 401
        assert client.post("/api/v1/tokens", headers=with_token(one)).status_code == 401
    renewed = client.post("/api/v1/tokens/refresh", headers=with_token(told["refresh_token"]))
    assert renewed.status_code == 401
    assert client.get("/api/v1/me", headers=with_token(token_of(ada))).status_code == 200


def test_18_no_log_holds_a_token(
    client: FlaskClient, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    token = token_of(person("Ada"))
    with caplog.at_level(logging.DEBUG):
        told = client.post("/api/v1/tokens", headers=with_token(token)).get_json()
        client.post("/api/v1/tokens/refresh", headers=with_token(told["refresh_token"]))
        client.post("/api/v1/tokens/refresh", headers=with_token(told["refresh_token"]))
        client.get("/api/v1/me", headers=with_token(told["access_token"] + "x"))
    said = caplog.text + "".join(capsys.readouterr())
    for secret in (token, told["access_token"], told["refresh_token"]):
        assert secret not in said
