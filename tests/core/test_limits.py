"""Costly work is limited for each address, and still to be had while Valkey is away."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from webapp.app import create_app
from webapp.config import Settings
from webapp.core.db import db
from webapp.core.limits import limit_costly_work

OURS = {"Sec-Fetch-Site": "same-origin"}


def asked(client: FlaskClient, match_id: int) -> int:
    return client.post(f"/deadlock/matches/{match_id}/analysis", headers=OURS).status_code


def test_the_thirty_first_in_a_minute_is_told_when_to_return(client: FlaskClient) -> None:
    assert [asked(client, 5000 + n) for n in range(30)] == [303] * 30
    answer = client.post("/deadlock/matches/6000/analysis", headers=OURS)
    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 60


@pytest.fixture
def without_valkey(app: Flask, settings: Settings) -> Iterator[FlaskClient]:
    away = dataclasses.replace(settings, redis_url="redis://127.0.0.1:9/0")
    lonely = create_app(away)
    yield lonely.test_client()
    with lonely.app_context():
        db.engine.dispose()
    limit_costly_work(app, settings)


def test_without_valkey_work_can_be_asked_for_within_the_same_limit(
    without_valkey: FlaskClient,
) -> None:
    codes = [asked(without_valkey, 7000 + n) for n in range(32)]
    assert codes[:30] == [303] * 30
    assert codes[30:] == [429] * 2
