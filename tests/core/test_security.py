"""What every answer promises, and who may change anything."""

from __future__ import annotations

import uuid

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import IntegerConverter, Rule, UUIDConverter

ANSWERS = ["/", "/healthz", "/nothing/here", "/styleguide", "/deadlock", "/jobs/not-an-id"]


@pytest.mark.parametrize("path", ANSWERS)
def test_every_answer_carries_the_promises(client: FlaskClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Request-ID"]


def unsafe_rules(app: Flask) -> list[tuple[str, Rule]]:
    pairs = [(method, rule) for rule in app.url_map.iter_rules() for method in rule.methods or ()]
    return [(method, rule) for method, rule in pairs if method not in {"GET", "HEAD", "OPTIONS"}]


def test_every_unsafe_route_refuses_another_site(app: Flask, client: FlaskClient) -> None:
    rules = unsafe_rules(app)
    assert rules
    for method, rule in rules:
        values = {name: _sample(rule, name) for name in rule.arguments}
        with app.test_request_context():
            path = app.url_map.bind("127.0.0.1").build(rule.endpoint, values, method=method)
        for headers in (
            {"Sec-Fetch-Site": "cross-site"},
            {"Sec-Fetch-Site": "same-site"},
            {"Origin": "https://elsewhere.example"},
            {"Origin": "null"},
            {},
        ):
            answer = client.open(path, method=method, headers=headers)
            forgot_its_token = path.startswith("/api/v1/") and not headers
            assert answer.status_code == (401 if forgot_its_token else 403), (path, headers)


def _sample(rule: Rule, name: str) -> object:
    converter = rule._converters[name]  # noqa: SLF001 - werkzeug has no public way
    if isinstance(converter, IntegerConverter):
        return 7
    return uuid.UUID(int=7) if isinstance(converter, UUIDConverter) else "x"


def test_an_unknown_host_is_refused(client: FlaskClient) -> None:
    assert client.get("/healthz", headers={"Host": "evil.example"}).status_code == 400


def test_a_request_id_is_echoed_only_when_it_is_one(client: FlaskClient) -> None:
    kept = client.get("/healthz", headers={"X-Request-ID": "abcdef12-3456"})
    assert kept.headers["X-Request-ID"] == "abcdef12-3456"
    replaced = client.get("/healthz", headers={"X-Request-ID": "a b\tc<script>"})
    assert replaced.headers["X-Request-ID"] != "a b\tc<script>"
