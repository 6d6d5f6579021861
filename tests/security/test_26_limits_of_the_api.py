"""26. The API is limited by account, token and address; without Valkey work stays limited."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.api.programs import token_of, with_token
from tests.games import needs
from tests.people import person, sign_in
from webapp.app import create_app
from webapp.config import Settings
from webapp.core.db import db

pytestmark = needs("deadlock", "dota2")
WORK = "/api/v1/dota2/matches/50001/analysis"
READ = "/api/v1/deadlock/method"
HERE, THERE = {"REMOTE_ADDR": "203.0.113.7"}, {"REMOTE_ADDR": "203.0.113.8"}


def ask(client: FlaskClient, token: str, where: dict[str, str]) -> int:
    return client.post(WORK, headers=with_token(token), environ_overrides=where).status_code


def test_26_work_is_limited_by_address_whoever_asks(client: FlaskClient) -> None:
    tokens = [token_of(person(name), "jobs") for name in ("Ada", "Bo")]
    codes = [ask(client, tokens[number % 2], HERE) for number in range(31)]
    assert codes == [202] * 30 + [429]
    assert ask(client, tokens[0], THERE) == 202


def test_26_work_is_limited_by_account_whatever_the_address_and_token(client: FlaskClient) -> None:
    ada = person("Ada")
    tokens = [token_of(ada, "jobs") for _ in range(2)]
    places = [{"REMOTE_ADDR": f"203.0.113.{number}"} for number in range(31)]
    codes = [ask(client, tokens[number % 2], place) for number, place in enumerate(places)]
    assert codes == [202] * 30 + [429]
    assert ask(client, token_of(person("Bo"), "jobs"), THERE) == 202


def test_26_work_is_limited_by_token_before_it_is_by_account(client: FlaskClient) -> None:
    ada = person("Ada")
    token, other = (token_of(ada, "jobs") for _ in range(2))
    places = [{"REMOTE_ADDR": f"203.0.113.{number}"} for number in range(21)]
    assert [ask(client, token, place) for place in places] == [202] * 20 + [429]
    assert ask(client, other, THERE) == 202


def test_26_a_page_and_its_twin_count_together(client: FlaskClient) -> None:
    ada = person("Ada")
    token = token_of(ada, "jobs")
    for _ in range(15):
        assert ask(client, token, HERE) == 202
    sign_in(client, ada)
    path, same = WORK.removeprefix("/api/v1"), {"Sec-Fetch-Site": "same-origin"}
    for _ in range(15):
        client.post(path, headers=same, environ_overrides=HERE)
    refused = client.post(path, headers=same, environ_overrides=HERE)
    assert refused.status_code == 429
    assert int(refused.headers["Retry-After"]) > 0
    assert ask(client, token, HERE) == 429


def test_26_reading_is_limited_by_address_or_by_token(client: FlaskClient) -> None:
    codes = [client.get(READ, environ_overrides=HERE).status_code for _ in range(301)]
    assert codes == [200] * 300 + [429]
    assert client.get(READ, environ_overrides=THERE).status_code == 200
    mine = with_token(token_of(person("Ada")))
    assert client.get(READ, headers=mine, environ_overrides=HERE).status_code == 200


@pytest.mark.usefixtures("twentyfold")
def test_26_reading_is_limited_by_token_and_by_account_whatever_the_address(
    client: FlaskClient,
) -> None:
    def read(token: str, number: int) -> int:
        place = {"REMOTE_ADDR": f"203.0.113.{number}"}
        answer = client.get(READ, headers=with_token(token), environ_overrides=place)
        return answer.status_code

    ada = person("Ada")
    token, other = (token_of(ada) for _ in range(2))
    assert [read(token, number) for number in range(21)] == [200] * 20 + [429]
    assert [read(other, number) for number in range(11)] == [200] * 10 + [429]
    assert read(token_of(person("Bo")), 0) == 200


@pytest.fixture
def alone(app: Flask, settings: Settings) -> Iterator[Flask]:
    """Give an app whose Valkey is away."""
    del app
    made = create_app(dataclasses.replace(settings, redis_url="redis://127.0.0.1:1"))
    yield made
    with made.app_context():
        db.engine.dispose()


def test_26_without_valkey_reading_goes_on_and_work_stays_limited(alone: Flask) -> None:
    client, ada = alone.test_client(), person("Ada")
    tokens = [token_of(ada, "jobs") for _ in range(2)]
    assert client.get(READ, environ_overrides=HERE).status_code == 200
    codes = [ask(client, tokens[number % 2], HERE) for number in range(31)]
    assert codes == [202] * 30 + [429]
    assert client.get(READ, environ_overrides=HERE).status_code == 200
