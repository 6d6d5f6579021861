"""Costly work is limited for each address, and still to be had while Valkey is away."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_limiter import Limiter
from redis.exceptions import ConnectionError as RedisConnectionError

from tests.games import needs
from webapp.app import create_app
from webapp.config import Settings
from webapp.core.db import db
from webapp.core.limits import limiter

pytestmark = needs("deadlock")
OURS = {"Sec-Fetch-Site": "same-origin"}


def asked(client: FlaskClient, match_id: int) -> int:
    return client.post(f"/deadlock/matches/{match_id}/analysis", headers=OURS).status_code


def test_the_thirty_first_in_a_minute_is_told_when_to_return(client: FlaskClient) -> None:
    assert [asked(client, 5000 + n) for n in range(30)] == [303] * 30
    answer = client.post("/deadlock/matches/6000/analysis", headers=OURS)
    assert answer.status_code == 429
    again = int(answer.headers["Retry-After"])
    assert 0 < again <= 60
    told = re.search(r"Try again in (\d+) seconds?\.", answer.text)
    assert told
    assert abs(int(told[1]) - again) <= 1
    assert "per 1 minute" not in answer.text


@pytest.mark.parametrize(
    ("path", "times"),
    [("/", 0), ("/?q=", 0), ("/open?q=7", 1), ("/deadlock", 0), ("/api/v1/deadlock", 1)],
)
def test_limits_are_looked_for_only_where_there_are_some(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, path: str, times: int
) -> None:
    looks: list[str] = []
    true = Limiter._check_request_limit  # noqa: SLF001 - what the library does before every view

    def note(self: Limiter, *told: Any) -> None:
        looks.append(path)
        true(self, *told)

    monkeypatch.setattr(Limiter, "_check_request_limit", note)
    assert client.get(path).status_code == 200
    assert len(looks) == times


@pytest.fixture
def without_valkey(app: Flask, settings: Settings) -> Iterator[FlaskClient]:
    del app
    away = dataclasses.replace(settings, redis_url="redis://127.0.0.1:9/0")
    lonely = create_app(away)
    yield lonely.test_client()
    with lonely.app_context():
        db.engine.dispose()


def test_without_valkey_work_can_be_asked_for_within_the_same_limit(
    without_valkey: FlaskClient,
) -> None:
    codes = [asked(without_valkey, 7000 + n) for n in range(32)]
    assert codes[:30] == [303] * 30
    assert codes[30:] == [429] * 2


def test_who_was_counting_while_another_missed_valkey_is_answered_too(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    away: list[str] = []

    def under_way(*_: Any, **__: Any) -> bool:
        away.append("asked")
        limiter._storage_dead = True  # noqa: SLF001 - what another thread finds meanwhile
        raise RedisConnectionError

    true = limiter.limiter
    monkeypatch.setattr(limiter.storage, "check", lambda: False)
    for name in ("hit", "get_window_stats"):
        monkeypatch.setattr(true, name, under_way)
    try:
        assert asked(client, 8000) == 303
        assert client.get("/api/v1/deadlock").status_code == 200
    finally:
        limiter._storage_dead = False  # noqa: SLF001 - Valkey was there all the time
    assert away


def test_what_is_left_is_told_though_valkey_went_after_the_count(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: Any) -> None:
        limiter._storage_dead = True  # noqa: SLF001 - what another thread finds meanwhile
        raise RedisConnectionError

    monkeypatch.setattr(limiter.limiter, "get_window_stats", gone)
    try:
        answer = client.get("/api/v1/deadlock")
    finally:
        limiter._storage_dead = False  # noqa: SLF001 - Valkey was there all the time
    assert answer.status_code == 200
    assert int(answer.headers["X-RateLimit-Remaining"]) > 0
